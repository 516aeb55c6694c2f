# Errors of the Data Ingestion API, one message a code.

data_ingestion-401013 = Access token is invalid
    .note = The token in the X-Mkto-User-Token header is not accepted. It comes from the same Identity endpoint as the token for the REST API.
    .step1 = Authenticate again: get a new access token from the Identity endpoint and send the request { words-again }.
    .step2 = If the new token is rejected too, ask the Marketo administrator to check client_id and client_secret.

data_ingestion-403010 = Access token is missing
    .note = The request has no token in the X-Mkto-User-Token header. This API does not accept a token in the query string.
    .step1 = Authenticate again: get a new access token from the Identity endpoint, set it in the X-Mkto-User-Token header and send the request { words-again }.
    .step2 = If that does not help, ask the developer to check that the X-Mkto-User-Token header is actually sent.

data_ingestion-404040 = Resource not found
    .note = The path of the URL matches no resource of the Data Ingestion API. It must contain the instance's Munchkin ID and, for a custom object, the object's API name.
    .step1 = Ask the developer to check the Munchkin ID and the names in the path and correct the URL.

data_ingestion-429001 = Service usage limit reached
    .note = Too many calls were made. Neither the limit nor its time window is documented.
    .step1 = Try again, waiting longer each time, with { words-attempts }.
    .step2 = If that does not help, ask the developer to spread out the calls.

data_ingestion-4000801 = Bad request
    .note = The service cannot process the request in its current form. The server's message may say more.
    .step1 = Ask the developer to compare the body and the headers with the endpoint's documentation and correct the request.

data_ingestion-4000802 = Invalid data
    .note = The request is well formed, but one or more of its values are not accepted. The server's message may name the field.
    .step1 = Ask the developer to read the server's message and correct the data that it points to.

data_ingestion-4030801 = Permission is missing
    .note = The API user lacks the permission for this endpoint: Read-Write Lead, Read-Write Company, or Read-Write Custom Object. The subscription must also include the Data Ingestion API.
    .step1 = Stop until someone has fixed the cause: the client program cannot fix it.
    .step2 = Ask the Marketo administrator to check the API user's role and whether the subscription includes the Data Ingestion API.

data_ingestion-4290801 = Daily quota is used up
    .note = The quota covers what the subscription may send to this API in a day. Neither its size nor the time of its reset is documented.
    .step1 = Wait until the quota is reset: make no more calls to this API today, and send the request { words-again } the next day.
    .step2 = If the quota often runs out, ask your account manager at Adobe to raise it.

data_ingestion-5000801 = Internal server error
    .note = The service encountered an unexpected error. The request may still have been carried out.
    .step1 = If the call creates or updates something, check before each attempt that it has not already taken effect.
    .step2 = Try again, waiting longer each time, with { words-attempts }.
    .step3 = If that does not help, report the error to Adobe support with the value of the X-Request-Id header from the response.
