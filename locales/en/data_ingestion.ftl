# Errors of the Data Ingestion API, one message a code.

data_ingestion-401013 = Access token is invalid
    .note = The token in the X-Mkto-User-Token header is not accepted. It comes from the same Identity endpoint as that of the REST API.
    .remedy = Get a new access token from Identity once and send the request again. If the new token is refused too, stop and ask the Marketo administrator to check client_id and client_secret.

data_ingestion-403010 = Access token is missing
    .note = The request has no token in the X-Mkto-User-Token header. This API does not accept a token in the query string.
    .remedy = Get an access token from Identity once and send it in the X-Mkto-User-Token header. If the answer is the same, stop and let the developer check that the header really is sent.

data_ingestion-404040 = Resource not found
    .note = The path of the URL matches no resource of the Data Ingestion API. It contains the Munchkin id of the instance and, for custom objects, their API name.
    .remedy = Check the Munchkin id and the names in the path, and correct it. Sending the request again unchanged fails the same way.

data_ingestion-429001 = Usage limit of the service reached
    .note = Too many calls were made. Neither the figure of the limit nor its time window is documented.
    .remedy = Wait and try again at most three times, with longer and longer waits between the attempts. If that does not help, stop and let the developer spread out the calls.

data_ingestion-4000801 = Bad request
    .note = The service cannot handle the request as it is built. The server's text can say more.
    .remedy = Compare the body and the headers with the documentation of the endpoint, and correct them. Sending the request again unchanged fails the same way.

data_ingestion-4000802 = Invalid data
    .note = The request is well built, but its data are not valid. The server's text can name the field.
    .remedy = Read the server's text and correct the data. Sending the request again unchanged fails the same way.

data_ingestion-4030801 = Not authorised
    .note = The API user lacks the permission for this endpoint: Read-Write Lead, Read-Write Company or Read-Write Custom Object. The subscription must also include the Data Ingestion API.
    .remedy = Stop, since the client program cannot fix this. Ask the Marketo administrator to check the role of the API user and whether the subscription includes the API.

data_ingestion-4290801 = Daily quota is used up
    .note = The subscription has used what it may send to this API in a day. The size of the quota and the time of its reset are not documented.
    .remedy = Send no more today, and try once the next day. If the quota often runs out, ask your account manager at Adobe to raise it.

data_ingestion-5000801 = Internal server error
    .note = The service met an unexpected error. The request may have been carried out all the same.
    .remedy = Wait and try again at most three times, with longer and longer waits between the attempts. Before you repeat the call, check that it has not already taken effect. If that does not help, hand the error and the X-Request-Id header to Adobe support.
