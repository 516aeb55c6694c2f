# Errors of the REST API, one message a code, a code's cases after it.

rest-401 = Client credentials are invalid
    .note = The Identity endpoint does not accept client_id or client_secret. When the credentials have been replaced, calls can get 601 first, before the request for a new token is refused.
    .remedy = Stop, and ask for no more tokens. Check that client_id and client_secret are complete and belong to this instance. If they do, ask the Marketo administrator for valid credentials.

rest-413 = Request is too large
    .note = The limit is { NUMBER($body) } MB for the body of a request and { NUMBER($import_file) } MB for a file sent to Bulk Import.
    .remedy = Split the records over several requests, or the file over several imports. If a request with a single record is too large, shorten its values. If that is not possible, set the record aside and hand it to the developer.

rest-414 = Request URI is too long
    .note = The limit is { NUMBER($uri) } KB. Often it is many or long values in filterValues that take up the space.
    .remedy = Send the request as POST, with _method=GET in the URL, the rest of the query string in the body and Content-Type application/x-www-form-urlencoded. If that does not help, split the values over several calls. If it still fails, hand it to the developer.

rest-500 = Internal server error
    .note = Something unexpected happened in the server. The cause can also be a badly formed URL. It is not certain whether the request was carried out.
    .remedy = Check the URL, and check whether a create or an update took effect before you repeat it. Try again with longer and longer waits between the attempts, three times at most. If it still fails, hand it to Adobe support together with requestId.

rest-502 = Error from a remote server (Bad Gateway)
    .note = The cause is probably a timeout. The request may have been carried out all the same.
    .remedy = Check whether a create or an update took effect before you repeat it. Try again with exponential backoff, that is with longer and longer waits between the attempts, three times at most. If it still fails, hand it to Adobe support.

rest-503 = Service is unavailable
    .note = The gateway answers in place of the service, usually with an HTML page. It says that the service is down or overloaded. The answer does not tell whether the request was carried out.
    .remedy = Check whether a create or an update took effect before you repeat it. Try again with longer and longer waits between the attempts, three times at most. If it still fails, hand it to Adobe support.

rest-504 = Timeout in a gateway (Gateway Timeout)
    .note = The gateway stopped waiting for the service. The request may have been carried out all the same.
    .remedy = Check whether a create or an update took effect before you repeat it. Try again with longer and longer waits between the attempts, three times at most. If it still fails, hand it to Adobe support.

rest-600 = Access token is missing
    .note = The server found no token, neither in the Authorization header nor in access_token. The code was removed from the documentation in 2022. Since September 2022 Marketo answers 603 instead.
    .remedy = Get an access token once and send it as Bearer in the Authorization header. If the answer is the same, stop and let the developer check that the header really is sent.

rest-601 = Access token is invalid
    .note = The request did carry a token, in the Authorization header or in access_token. A token is valid for { NUMBER($token) } seconds. The first call with an expired token gives 602, later calls give 601.
    .remedy = Get a new access token from Identity once and send the request again. Do not ask in a loop, since Identity returns the same token for as long as it is valid. If 601 comes again with the new token, stop and ask the Marketo administrator to check client_id and client_secret.

rest-602 = Access token has expired
    .note = A token in the Authorization header or in access_token is valid for { NUMBER($token) } seconds. Only the first call after that gives 602, later calls with the same token give 601.
    .remedy = Get a new access token from Identity once and send the request again. If 601 or 602 comes with the new token, stop, and do not renew in a loop. Then ask the Marketo administrator to check client_id and client_secret.

rest-603 = Access denied
    .note = Either the role of the API user lacks a permission that the call requires, or the IP address is not allowed. Since September 2022 a call without a token gives this code too, where it used to give 600.
    .remedy = Stop, and check first that the request carries a token in the Authorization header. If it does, ask the Marketo administrator to check the role of the API user and the allowlist under Admin > Web Services > IP Restrictions.

rest-604 = Request timed out
    .note = The request was slow, for example because of contention in the database, or ran past a limit given in a header. The limit is { NUMBER($shortest_timeout) } to { NUMBER($longest_timeout) } seconds, depending on the endpoint. According to Marketo the request was not carried out, but for a large batch or a lock that is not certain.
    .remedy = Check whether a create or an update took effect before you repeat it. Try again with fewer records in each request and with longer and longer waits, three times at most. If it still fails, hand it to Adobe support together with requestId.

rest-605 = HTTP method is not supported
    .specific = HTTP method “{ $method }” is not supported
    .note = The endpoint expects another method. Sync Leads, for example, takes POST and not GET.
    .remedy = Use the method that the documentation gives for the endpoint. Sending the request again unchanged fails the same way.

rest-606 = Rate limit exceeded
    .specific = Rate limit exceeded: at most { NUMBER($calls) } calls in { NUMBER($seconds) } seconds
    .note = More than { NUMBER($calls) } calls came in during the past { NUMBER($seconds) } seconds. Calls to all API services of the instance are counted together.
    .remedy = Wait { NUMBER($seconds) } seconds before the next call. After that, keep this integration to { NUMBER($recommended) } calls at most in { NUMBER($seconds) } seconds. If the error comes back after three attempts, stop and let the developer spread out the calls.

rest-607 = Daily quota is used up
    .note = The subscription has made all the calls it may make in a day, usually { NUMBER($calls) }. The quota is reset at 00:00 CST (midnight, US Central time).
    .remedy = Make no more calls until the quota is reset, and let the client program work out the local time (in Sweden it is in the morning). Look up the size of the quota under Admin > Web Services. If it often runs out, ask your account manager at Adobe to raise it.

rest-608 = API is temporarily unavailable
    .note = The documentation gives neither a cause nor a duration. The request was not carried out.
    .remedy = Try again with longer and longer waits between the attempts, three times at most. If it still fails, hand it to Adobe support together with requestId.

rest-609 = Invalid JSON
    .note = The server could not parse the body of the request.
    .remedy = Test the body in a parser and correct the code that builds it. Sending the request again unchanged fails the same way.

rest-610 = Requested resource not found
    .note = The URI matches no endpoint of the REST API. Often it is misspelt or badly formed. The code never means that a record is missing.
    .remedy = Compare the URI with the documentation of the endpoint and correct it. Sending the request again unchanged fails the same way.

rest-611 = System error
    .note = No other code covers the error. The server's text can say what failed. It is not certain whether the request was carried out.
    .remedy = Read the server's text and correct what it names. Check whether a create or an update took effect before you send it again. If the text does not help, stop and hand it to the developer.

rest-611-unspecified = System error without details
    .note = The server does not say what failed. The error may pass. The request may have been carried out all the same.
    .remedy = Check whether a create or an update took effect before you repeat it. Try again with longer and longer waits between the attempts, three times at most. If it still fails, hand it to Adobe support together with requestId.

rest-612 = Invalid content type (Content-Type)
    .note = The Content-Type header is missing, or it does not fit the endpoint.
    .remedy = Send application/json to JSON endpoints, application/x-www-form-urlencoded with _method=GET and multipart/form-data with imports. Sending the request again unchanged fails the same way.

rest-613 = Invalid multipart request
    .note = The body of the POST request is not built as the format requires.
    .remedy = Correct the parameter boundary and the headers of each part, or let a library build the body as multipart/form-data. Sending the request again unchanged fails the same way.

rest-614 = Invalid subscription
    .note = The subscription that the call is addressed to does not exist or cannot be reached. Usually this is temporary. If the host name is wrong or the subscription is closed, the error does not pass.
    .remedy = Check the host name in the URL. Try again with longer and longer waits between the attempts, three times at most. If it still fails, stop and ask the Marketo administrator to check the host name and the subscription.

rest-615 = Concurrency limit reached
    .specific = Concurrency limit reached: at most { NUMBER($concurrent_calls) } calls at the same time
    .note = The subscription already has { NUMBER($concurrent_calls) } calls in progress. Calls from all integrations of the instance are counted together.
    .remedy = Wait a few seconds until one of the running calls returns, and try again. Run at most { NUMBER($recommended) } calls at the same time in this integration. If the error comes back after three attempts, stop and let the developer lower the number of concurrent calls.

rest-616 = Wrong type of subscription
    .note = The Custom Object Metadata API requires another type of Marketo subscription.
    .remedy = Stop, since nothing the client program does helps. Ask your account manager at Adobe or your Customer Success Manager which type is required and how to get it.

rest-701 = Field must not be empty
    .specific = Field “{ $field }” must not be empty
    .note = A field that must have a value came without one. The same code also comes when a value is too long.
    .remedy = Give the field a value, or shorten the value if the server's text names a length. Sending the request again unchanged fails the same way.

rest-702 = No data found, or the call was refused
    .note = The code has several meanings. It can stand for a search without a match, for an object that is not there and, in the Asset API, for a call that is not allowed. The server's text tells which it is.
    .remedy = Read the server's text and correct what it names. If the text does not help, stop and hand it to the developer.

rest-702-no_data = The search matched nothing
    .note = No record fits the search parameters. Many other searches answer with success=true and a warning in that case.
    .remedy = Take the answer to be none, and go on. If a write depends on the search, set that record aside. If something should have matched, let the developer check the search parameters.

rest-702-object_not_found = Object in the request not found
    .note = The request refers to an asset, a folder or a list that is not there. It may have been deleted.
    .remedy = Correct the id or the name in the request, and check that the object exists in this instance. Sending the request again unchanged fails the same way.

rest-703 = Feature is not enabled for the subscription
    .note = The call requires a beta feature.
    .remedy = Stop, since nothing the client program does helps. Ask your account manager at Adobe to have the feature enabled.

rest-704 = Invalid date format
    .note = Either a date is not written as the endpoint requires, or an id for dynamic content is invalid.
    .remedy = Write the date in the format that the documentation gives for the endpoint, or correct the id for the dynamic content. Sending the request again unchanged fails the same way.

rest-709 = Business rule violation
    .note = The call does something with an asset that Marketo does not allow. Examples are an email without a template and the approval of an asset that has no draft. The server's text can say which rule it is.
    .remedy = Read the server's text, and change the request or the asset so that the rule is kept. Sending the request again unchanged fails the same way.

rest-709-name_taken = Name is already taken
    .note = There is already an asset of that name.
    .remedy = Choose another name, or use the asset that is there. Sending the request again unchanged fails the same way.

rest-710 = Parent folder not found
    .note = The request refers to a folder that is not there.
    .remedy = Correct the parent folder in the request, or create the folder first. Sending the request again unchanged fails the same way.

rest-711 = Incompatible folder type
    .note = The folder in the request is not of a kind that the call accepts.
    .remedy = Choose a folder whose type fits what the call does. Sending the request again unchanged fails the same way.

rest-712 = Merging with a Person Account is not allowed
    .note = Merge Leads failed. Leads that are Person Accounts in Salesforce must be merged there.
    .remedy = Take these leads out of the call and check whether any part of the merge took effect. Sending the request again unchanged fails the same way. Ask the Marketo administrator to have the leads merged in Salesforce.

rest-713 = Transient error
    .note = A system resource could not be used at that moment. The request may have been carried out all the same.
    .remedy = Check whether a create or an update took effect before you repeat it. Try again with longer and longer waits between the attempts, three times at most. If it still fails, hand it to Adobe support together with requestId.

rest-714 = Default record type not found
    .note = Merge Leads could not be carried out without it.
    .remedy = Stop, since nothing the client program does helps. Ask the Marketo administrator to see to it that there is a default record type. Make the call again only after that.

rest-718 = ExternalSalesPersonID not found
    .note = Sync Opportunities was called with a value in externalSalesPersonId that does not exist.
    .remedy = Correct externalSalesPersonId, or create the salesperson first. Sending the request again unchanged fails the same way.

rest-719 = Waiting for a lock took too long
    .note = Clone Program did not get the lock in time. It is not certain whether the new program was created.
    .remedy = Check whether the new program exists before you repeat the call. Try again with longer and longer waits between the attempts, three times at most. If it still fails, hand it to Adobe support together with requestId.

rest-1001 = T
    .note = N.
    .remedy = R.

rest-1002 = T
    .note = N.
    .remedy = R.

rest-1003 = T
    .note = N.
    .remedy = R.

rest-1003-too_many_results = T
    .note = N.
    .remedy = R.

rest-1004 = T
    .note = N.
    .remedy = R.

rest-1005 = T
    .note = N.
    .remedy = R.

rest-1006 = T
    .note = N.
    .remedy = R.

rest-1007 = T
    .note = N.
    .remedy = R.

rest-1008 = T
    .note = N.
    .remedy = R.

rest-1009 = T
    .note = N.
    .remedy = R.

rest-1010 = T
    .note = N.
    .remedy = R.

rest-1011 = T
    .note = N.
    .remedy = R.

rest-1012 = T
    .note = N.
    .remedy = R.

rest-1013 = T
    .note = N.
    .remedy = R.

rest-1013-absent = T
    .note = N.
    .remedy = R.

rest-1014 = T
    .note = N.
    .remedy = R.

rest-1015 = T
    .note = N.
    .remedy = R.

rest-1016 = T
    .note = N.
    .remedy = R.

rest-1017 = T
    .note = N.
    .remedy = R.

rest-1018 = T
    .note = N.
    .remedy = R.

rest-1019 = T
    .note = N.
    .remedy = R.

rest-1020 = T
    .note = N.
    .remedy = R.

rest-1021 = T
    .note = N.
    .remedy = R.

rest-1022 = T
    .note = N.
    .remedy = R.

rest-1025 = T
    .note = N.
    .remedy = R.

rest-1026 = T
    .note = N.
    .remedy = R.

rest-1027 = T
    .note = N.
    .remedy = R.

rest-1028 = T
    .note = N.
    .remedy = R.

rest-1029 = T
    .note = N.
    .remedy = R.

rest-1029-queue_full = T
    .note = N.
    .remedy = R.

rest-1029-export_quota_used_up = T
    .note = N.
    .remedy = R.

rest-1029-already_queued = T
    .note = N.
    .remedy = R.

rest-1035 = T
    .note = N.
    .remedy = R.

rest-1036 = T
    .note = N.
    .remedy = R.

rest-1037 = T
    .note = N.
    .remedy = R.

rest-1037-not_in_program = T
    .note = N.
    .remedy = R.

rest-1042 = T
    .note = N.
    .remedy = R.

rest-1048 = T
    .note = N.
    .remedy = R.

rest-1049 = T
    .note = N.
    .remedy = R.

rest-1076 = T
    .note = N.
    .remedy = R.

rest-1077 = T
    .note = N.
    .remedy = R.

rest-1078 = T
    .note = N.
    .remedy = R.

rest-1079 = T
    .note = N.
    .remedy = R.

rest-1080 = T
    .note = N.
    .remedy = R.
