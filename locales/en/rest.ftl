# Errors of the REST API, one message a code, a code's cases after it.

rest-400 = Bad request
    .note = In HTTP, this status means that something in the request is wrong, such as its syntax, so the server does not process it. The response may come from a gateway or proxy in front of Marketo.
    .step1 = Ask the developer to compare the URL, the headers, and the body with the endpoint's documentation and correct the request.

rest-401 = Client credentials are invalid
    .note = The Identity endpoint rejected client_id or client_secret. After the credentials are replaced, a program that still has the old ones may get 601 first and then this error.
    .step1 = Stop: do not request any more tokens.
    .step2 = Check that client_id and client_secret are complete and belong to this instance.
    .step3 = If they are correct, ask the Marketo administrator for valid credentials.

rest-403 = Access denied (Forbidden)
    .note = The server, or a gateway or proxy along the way, understood the request but refuses to carry it out. An IP restriction may be the cause.
    .step1 = Stop until someone has unblocked the call.
    .step2 = Ask the Marketo administrator to check the allowlist under Admin > Web Services > IP Restrictions and whether a gateway or proxy along the way denies access.

rest-404 = URL not found
    .note = Nothing was found at the URL of the request. The status does not mean that a record is missing. The response may come from a gateway or proxy in front of Marketo.
    .step1 = Ask the developer to check the host name and the path and correct the URL.

rest-405 = HTTP method is not allowed
    .note = The URL does not accept the request's HTTP method. The Allow header of the response may list the methods that are accepted. The response may come from a gateway or proxy in front of Marketo.
    .step1 = Ask the developer to check the URL and set the method that the documentation gives for the endpoint.

rest-408 = Request did not arrive in time (Request Timeout)
    .note = The server, or a gateway or proxy along the way, had not received the whole request when it stopped waiting. The request may still have been carried out.
    .step1 = If the call creates or updates something, check before each attempt that it has not already taken effect.
    .step2 = Try again, waiting longer each time, with { words-attempts }.
    .step3 = If that does not help, report the error to Adobe support.

rest-413 = Request is too large
    .note = The limit is { NUMBER($body) } MB for the body of a request and { NUMBER($import_file) } MB for a Bulk Import file.
    .step1 = Reduce the request: split the records across several calls, or the import file across several imports.
    .step2 = If a single record is too large, set it aside and go on with the rest.
    .step3 = Ask the developer to shorten the values in any record that is too large.

rest-414 = Request URI is too long
    .note = The limit is { NUMBER($uri) } KB. The usual cause is many or long values in filterValues.
    .step1 = Reduce the request: send it as a POST request with Content-Type application/x-www-form-urlencoded, move the query string to the body and leave only _method=GET in the URL.
    .step2 = If that is not possible, split the values in filterValues across several calls.
    .step3 = If that does not help, contact the developer.

rest-415 = Media type is not supported
    .note = The request body is in a format that is not accepted. The cause may be the Content-Type or Content-Encoding header. The response may come from a gateway or proxy in front of Marketo.
    .step1 = Ask the developer to correct Content-Type and Content-Encoding so that they match the body and the endpoint's documentation.

rest-429 = Too many requests
    .note = The server, or a gateway or proxy along the way, is rejecting further calls for now. The Retry-After header of the response may say for how long.
    .step1 = If the response has a Retry-After header, wait at least as long as it says before the next attempt.
    .step2 = Try again, waiting longer each time, with { words-attempts }.
    .step3 = If that does not help, ask the developer to spread out the calls.

rest-500 = Internal server error
    .note = An unexpected error occurred on the server. The cause may be a malformed URL. The request may still have been carried out.
    .step1 = If the call creates or updates something, check before each attempt that it has not already taken effect.
    .step2 = Check the URL and try again, waiting longer each time, with { words-attempts }.
    .step3 = If that does not help, report the error to Adobe support with the requestId from the response.

rest-502 = Error from an upstream server (Bad Gateway)
    .note = The cause is probably a timeout. The request may still have been carried out.
    .step1 = If the call creates or updates something, check before each attempt that it has not already taken effect.
    .step2 = Try again, waiting longer each time, with { words-attempts }.
    .step3 = If that does not help, report the error to Adobe support.

rest-503 = Service is unavailable
    .note = The gateway responds in place of the service, usually with an HTML page. It reports that the service is down or overloaded. The request may still have been carried out.
    .step1 = If the call creates or updates something, check before each attempt that it has not already taken effect.
    .step2 = Try again, waiting longer each time, with { words-attempts }.
    .step3 = If that does not help, report the error to Adobe support.

rest-504 = Gateway timeout
    .note = The gateway stopped waiting for the service to respond. The request may still have been carried out.
    .step1 = If the call creates or updates something, check before each attempt that it has not already taken effect.
    .step2 = Try again, waiting longer each time, with { words-attempts }.
    .step3 = If that does not help, report the error to Adobe support.

rest-600 = Access token is missing
    .note = The server found no token in the Authorization header or in access_token. The code was removed from the documentation in 2022. Since September 2022, Marketo has returned 603 instead.
    .step1 = Authenticate again: get a new access token from the Identity endpoint, set it as the Bearer token in the Authorization header and send the request { words-again }.
    .step2 = If that does not help, stop and ask the developer to check that the Authorization header is actually sent.

rest-601 = Access token is invalid
    .note = The request carried a token, but the server did not accept it. A token is valid for { words-token }. The first call with an expired token returns 602; later calls return 601.
    .step1 = Authenticate again: get a new access token from the Identity endpoint and send the request { words-again }.
    .step2 = Do not keep requesting tokens: the Identity endpoint returns the same token for as long as it is valid.
    .step3 = If 601 or 602 is returned with the new token, stop and ask the Marketo administrator to check client_id and client_secret.

rest-602 = Access token has expired
    .note = The access token in the call is older than { words-token } and no longer valid. Only the first call after that returns 602; later calls with the same token return 601.
    .step1 = Authenticate again: get a new access token from the Identity endpoint and send the request { words-again }.
    .step2 = Do not keep requesting tokens: the Identity endpoint returns the same token for as long as it is valid.
    .step3 = If 601 or 602 is returned with the new token, stop and ask the Marketo administrator to check client_id and client_secret.

rest-603 = Access denied
    .note = Either the API user's role lacks a permission that the call requires, or the IP address is not allowed. Since September 2022, a call without a token has also returned this code (previously 600).
    .step1 = Stop until the cause is fixed: start by checking that the request carries a token in the Authorization header.
    .step2 = If the request carries a token, ask the Marketo administrator to check the API user's role and the allowlist under Admin > Web Services > IP Restrictions.

rest-604 = Request timed out
    .note = The request took too long, for example because of database contention, or ran past a timeout set in a header. The limit is { NUMBER($shortest_timeout) }–{ NUMBER($longest_timeout) } seconds, depending on the endpoint. According to Marketo, the request was not carried out, but that is not certain if the batch was large or the request was waiting for a lock.
    .step1 = If the call creates or updates something, check before each attempt that it has not already taken effect.
    .step2 = Try again, waiting longer each time and sending fewer records in each request, with { words-attempts }.
    .step3 = If that does not help, report the error to Adobe support with the requestId from the response.

rest-605 = HTTP method is not supported
    .specific = HTTP method “{ $method }” is not supported
    .note = The endpoint expects a different method. Sync Leads, for example, accepts POST but not GET.
    .step1 = Ask the developer to correct the HTTP method to the one in the endpoint's documentation.

rest-606 = Rate limit exceeded
    .specific = Rate limit exceeded: at most { words-calls } in { words-seconds }
    .note = The instance received more than { words-calls } in { words-seconds }. Calls to all of the instance's API services are counted together.
    .step1 = Wait until the time window has passed ({ words-seconds }), and then send the request again, with { words-attempts }.
    .step2 = If the error returns, ask the developer to limit this integration to at most { words-recommended } in { words-seconds }.

rest-607 = Daily quota is used up
    .note = Today's calls exceed the subscription's quota. Most subscriptions have a quota of { words-calls } a day. The quota is reset at 00:00 CST (midnight, US Central time).
    .step1 = Wait until the quota is reset, at 06:00 UTC (possibly 05:00 during US daylight saving time), and then send the request { words-again }.
    .step2 = If the quota often runs out, look up its size under Admin > Web Services and ask your account manager at Adobe to raise it.

rest-608 = API is temporarily unavailable
    .note = The documentation gives neither a cause nor a duration. The request was not carried out.
    .step1 = Try again, waiting longer each time, with { words-attempts }.
    .step2 = If that does not help, report the error to Adobe support with the requestId from the response.

rest-609 = Invalid JSON
    .note = The server could not parse the body of the request.
    .step1 = Test the request body in a JSON parser.
    .step2 = Ask the developer to correct the code that builds the body.

rest-610 = Requested resource not found
    .note = The URI does not match any endpoint of the REST API. Often it is misspelled or malformed. The code never means that a record is missing.
    .step1 = Compare the URI with the endpoint's documentation and ask the developer to correct it.

rest-611 = System error
    .note = No other code covers the error. The server's message may say what failed. The request may still have been carried out.
    .step1 = If the call creates or updates something, first check that it has not already taken effect.
    .step2 = Read the server's message and correct what it points to: unchanged, the request fails the same way.
    .step3 = If the message does not help, stop and contact the developer.

rest-611-unspecified = System error without details
    .note = The server does not say what failed. The error may be temporary. The request may still have been carried out.
    .step1 = If the call creates or updates something, check before each attempt that it has not already taken effect.
    .step2 = Try again, waiting longer each time, with { words-attempts }.
    .step3 = If that does not help, report the error to Adobe support with the requestId from the response.

rest-612 = Invalid Content-Type
    .note = The Content-Type header is missing, or its value does not fit the endpoint.
    .step1 = Ask the developer to set the right Content-Type: application/json for JSON endpoints, application/x-www-form-urlencoded together with _method=GET, and multipart/form-data for imports.

rest-613 = Invalid multipart request
    .note = The body of the POST request is not built the way the format requires.
    .step1 = Ask the developer to correct the boundary parameter and the headers of each part, or to use a library that builds the body as multipart/form-data.

rest-614 = Invalid subscription
    .note = The subscription that the call is addressed to does not exist or cannot be reached. The error is usually temporary. If the host name is wrong or the subscription is closed, the error does not go away.
    .step1 = Check the host name in the URL.
    .step2 = Try again, waiting longer each time, with { words-attempts }.
    .step3 = If that does not help, stop and ask the Marketo administrator to check the host name and the subscription.

rest-615 = Concurrency limit reached
    .specific = Concurrency limit reached: at most { words-concurrent }
    .note = The subscription already has { words-concurrent } in progress. Calls from all of the instance's integrations are counted together.
    .step1 = Wait until a call in progress has finished and send the request again, with { words-attempts }.
    .step2 = If the error returns, ask the developer to run at most { words-recommended } at the same time in this integration.

rest-616 = Wrong type of subscription
    .note = The Custom Object Metadata API requires a different type of Marketo subscription.
    .step1 = Stop: the client program cannot fix this.
    .step2 = Ask your account manager at Adobe or your Customer Success Manager which type is required and how to get it.

rest-701 = Field is empty or its value is too long
    .specific = Field “{ $field }” must not be empty
    .note = The code is returned both when a required field has no value and when a value is too long. The server's message may name the field and the maximum length.
    .step1 = Ask the developer to set a value for the field, or to shorten the value if the server's message mentions a length.

rest-702 = No data found, or the call was rejected
    .note = The code has several meanings: a search without a match, an object that does not exist or, in the Asset API, a call that is not allowed. The server's message tells you which.
    .step1 = Read the server's message and correct what it points to.
    .step2 = If the message does not help, stop and contact the developer.

rest-702-no_data = The search matched nothing
    .note = No record matches the search parameters. Many other searches return success=true with a warning instead.
    .step1 = Assume that the record does not exist and go on without it.
    .step2 = If another change depends on the search, set that change aside and go on with the rest.
    .step3 = If something should have matched, ask the developer to check the search parameters.

rest-702-object_not_found = Object in the request not found
    .note = The request refers to an asset, a folder, or a list that does not exist. It may have been deleted.
    .step1 = Check whether the object exists in this instance.
    .step2 = Ask the developer to correct the ID or name of the object in the request.

rest-703 = Feature is not enabled for the subscription
    .note = The call requires a beta feature.
    .step1 = Stop: the client program cannot fix this.
    .step2 = Ask your account manager at Adobe to have the feature enabled.

rest-704 = Invalid date format
    .note = Either a date is not in the format that the endpoint requires, or an ID for dynamic content is invalid.
    .step1 = Ask the developer to write the date in the format that the endpoint's documentation gives, or to correct the ID for the dynamic content.

rest-709 = Business rule violation
    .note = The call breaks one of Marketo's rules for creating or updating an asset. Examples are an email without a template and the approval of an asset that has no draft. The server's message may say which rule it is.
    .step1 = Read the server's message and correct the request or the asset so that it follows the rule.
    .step2 = If the message does not help, stop and contact the developer.

rest-709-name_taken = Name is already taken
    .note = An asset with that name already exists.
    .step1 = Use the existing asset, or ask the developer to set a different name in the request.

rest-710 = Parent folder not found
    .note = The request refers to a folder that does not exist.
    .step1 = Create the folder first, or ask the developer to set the right parent folder in the request.

rest-711 = Incompatible folder type
    .note = The call does not accept folders of this type.
    .step1 = Ask the developer to specify a folder of a type that the call accepts.

rest-712 = Merging with a Person Account is not allowed
    .note = Merge Leads failed. Leads that are Person Accounts in Salesforce must be merged there. Part of the merge may still have been carried out.
    .step1 = Check whether any part of the merge has already taken effect.
    .step2 = Correct the request: leave out the leads that must be merged in Salesforce.
    .step3 = Ask the Marketo administrator to have these leads merged in Salesforce.

rest-713 = Transient error
    .note = A system resource was temporarily unavailable. The request may still have been carried out.
    .step1 = If the call creates or updates something, check before each attempt that it has not already taken effect.
    .step2 = Try again, waiting longer each time, with { words-attempts }.
    .step3 = If that does not help, report the error to Adobe support with the requestId from the response.

rest-714 = Default record type not found
    .note = Merge Leads failed because there is no default record type.
    .step1 = Stop: the client program cannot fix this.
    .step2 = Ask the Marketo administrator to make sure that a default record type exists.

rest-718 = ExternalSalesPersonID not found
    .note = Sync Opportunities was called with an externalSalesPersonId that does not exist.
    .step1 = Create the salesperson first, or ask the developer to correct externalSalesPersonId.

rest-719 = Timed out while waiting for a lock
    .note = Clone Program did not get the lock in time. The new program may still have been created.
    .step1 = Check before each attempt that the new program does not already exist.
    .step2 = Try again, waiting longer each time, with { words-attempts }.
    .step3 = If that does not help, report the error to Adobe support with the requestId from the response.

rest-1001 = Value has the wrong type
    .specific = Value “{ $value }” is not of the type “{ $type }”
    .note = A parameter requires a different type, for example an integer where the call has a string.
    .step1 = Set the rejected record aside and go on with the rest, but stop if the whole request was rejected.
    .step2 = Ask the developer to correct the value so that it has the type that the documentation states for the parameter.

rest-1002 = Missing value for a required parameter
    .specific = Missing value for the required parameter “{ $parameter }”
    .note = The endpoint requires the parameter, but the call does not have it.
    .step1 = Set the rejected record aside and go on with the rest, but stop if the whole request was rejected.
    .step2 = Ask the developer to add the parameter and set its value.

rest-1003 = Invalid data
    .specific = Invalid value “{ $value }” for the field “{ $field }”
    .note = Something in the call is not valid for the endpoint or the selected mode, for example id together with createOnly, or Request Campaign for a batch campaign. In Get Lead Activities and Get Lead Changes, the code may also mean that listId refers to a list with { words-list_members } or more. That applies from 2026-09-30 or 2026-12-30 (the documentation gives both dates).
    .step1 = Set the rejected record aside and go on with the rest, but stop if the whole request was rejected.
    .step2 = Read the server's message and ask the developer to correct what it points to.

rest-1003-too_many_results = Search or list is too large for the endpoint
    .note = A search with Get Leads by Filter Type may match at most { words-results }. For program members the limit is { NUMBER($program_members) }. A list in listId must have fewer than { words-list_members }, from 2026-09-30 or 2026-12-30 (the documentation gives both dates).
    .step1 = Reduce the request: narrow the search, split it across several calls or use a smaller list.
    .step2 = If that is not enough, use Bulk Extract.
    .step3 = If Bulk Extract is rejected too, contact the developer.

rest-1004 = Lead not found
    .specific = Lead “{ $lead }” not found
    .note = Either no lead has this key, or the lead is in a partition that the API user cannot access.
    .step1 = Assume that the lead does not exist: the lookup found nothing, or there was nothing to remove.
    .step2 = If the call tried to create or update something, set the record aside and go on with the rest.
    .step3 = If the lead should exist, ask the developer to check the key and the API user's access to the lead's partition.

rest-1005 = Lead already exists
    .note = With action=createOnly, Marketo skips a record whose key already belongs to a lead.
    .step1 = Set the rejected record aside and go on with the rest, but stop if the whole request was rejected.
    .step2 = If you want to change the existing lead, ask the developer to set action=updateOnly or action=createOrUpdate.

rest-1006 = Field not found
    .specific = Field “{ $field }” not found
    .note = A field name in the call is not valid, for example the name of the lookup field.
    .step1 = Set the rejected record aside and go on with the rest, but stop if the whole request was rejected.
    .step2 = Ask the developer to compare the field name with the API names that Describe returns and correct it.

rest-1007 = Multiple leads match the lookup criteria
    .note = Several leads have the same value in the field that lookupField specifies. An update requires a key that matches a single record.
    .step1 = Set the rejected record aside and go on with the rest, but stop if the whole request was rejected.
    .step2 = Ask the developer to set lookupField to a field with unique values, for example id, or to merge the duplicates first.

rest-1008 = Access denied to partition
    .specific = Access denied to partition “{ $partition }”
    .note = The API user has no access to any workspace with this partition.
    .step1 = Stop: check that partitionName is right, if the call has that parameter.
    .step2 = If the partition is right, ask the Marketo administrator to give the API user access to a workspace with that partition.

rest-1009 = Partition name must be specified
    .note = The partitionName parameter is missing. The documentation does not say when it is required.
    .step1 = Set the rejected record aside and go on with the rest, but stop if the whole request was rejected.
    .step2 = Ask the developer to set partitionName to the right partition.

rest-1010 = Partition update not allowed
    .note = The record already exists, in a different lead partition from the one in the call.
    .step1 = Set the rejected record aside and go on with the rest, but stop if the whole request was rejected.
    .step2 = Ask the developer to set partitionName to the partition that the record is already in.

rest-1011 = Field is not supported
    .specific = Field “{ $field }” is not supported
    .note = The call uses a standard field in lookupField or filterType that cannot be used there, for example firstName or lastName.
    .step1 = Set the rejected record aside and go on with the rest, but stop if the whole request was rejected.
    .step2 = Ask the developer to set lookupField or filterType to a field that the endpoint supports.

rest-1012 = Invalid cookie value
    .specific = Invalid cookie value “{ $value }”
    .note = The invalid value is in the cookie parameter of Associate Lead, or in filterValues together with filterType=cookies.
    .step1 = Set the rejected record aside and go on with the rest, but stop if the whole request was rejected.
    .step2 = Ask the developer to correct the value: the whole value of the _mkto_trk cookie is required, URL-encoded where it is part of a URL.

rest-1013 = Object not found
    .note = The call refers to an object, such as a list or a campaign, by an ID that does not exist.
    .step1 = Stop and check that the ID or key is right and that the object exists in this instance.
    .step2 = Ask the developer to correct the ID or key in the request.

rest-1013-absent = Record does not exist
    .note = The error concerns only this record, which the call tried to look up, update, or delete.
    .step1 = Assume that the record does not exist: the lookup found nothing, or there was nothing to remove.
    .step2 = If the call tried to update the record, set it aside and go on with the rest.
    .step3 = If the record should exist, ask the developer to check the key.

rest-1014 = Object could not be created
    .note = The documentation gives no cause. The object, such as a list, may still have been created.
    .step1 = Do not repeat the call; check whether the object exists.
    .step2 = If the object does not exist, contact Adobe support with the requestId from the response.

rest-1015 = Lead is not in the list
    .note = The code is known only from calls that remove leads from a list.
    .step1 = Assume that the lead is not in the list: there is nothing to remove.
    .step2 = If the lead should be in the list, ask the developer to check the lead ID and the list ID.

rest-1016 = Too many imports
    .note = The import queue is full. An instance may have at most { words-queued_imports } in the queue and at most { NUMBER($running_imports) } running at the same time.
    .step1 = Wait until a job has finished: try again every few minutes, for at most { words-minutes }.
    .step2 = If the queue is still full after that, stop and ask the developer to spread out the imports.

rest-1017 = Object already exists
    .note = The call tried to create a new record, but no record was created.
    .step1 = Set the rejected record aside and go on with the rest, but stop if the whole request was rejected.
    .step2 = If you want to change the existing record, ask the developer to correct the request so that it updates the record.

rest-1018 = A CRM integration is enabled
    .note = The call cannot be carried out in an instance with a native CRM integration.
    .step1 = Set the rejected record aside and go on with the rest, but stop if the whole request was rejected.
    .step2 = Make the change in the CRM system instead.
    .step3 = Ask the developer to correct the client program so that it no longer makes the call.

rest-1019 = Import in progress
    .note = Another import to the same target list has not finished.
    .step1 = Wait until a job has finished (the other import): try again every few minutes, for at most { words-minutes }.
    .step2 = If the other import is still in progress after that, stop and ask the developer to check its status.

rest-1020 = Daily quota for cloning to a program is used up
    .note = A subscription may use cloneToProgramName in Schedule Campaign at most { words-clones } a day. The documentation does not say when the quota is reset.
    .step1 = Wait until the quota is reset: make no more calls with cloneToProgramName today, and send the request { words-again } the next day.
    .step2 = If the program is needed sooner or the quota often runs out, ask the developer to switch to Clone Program.

rest-1021 = Company update not allowed
    .note = Company data cannot be updated through Sync Leads.
    .step1 = Set the rejected record aside and go on with the rest, but stop if the whole request was rejected.
    .step2 = Ask the developer to correct the request so that the company fields are sent with Sync Companies instead.

rest-1022 = Object is in use
    .note = The object cannot be deleted while another object uses it.
    .step1 = Set the rejected record aside and go on with the rest, but stop if the whole request was rejected.
    .step2 = Find out what uses the object and remove that reference first, so that the object can be deleted.
    .step3 = If you find nothing that uses the object, contact the developer.

rest-1025 = Program status not found
    .note = The value of statusName in Change Lead Program Status is not a status in the program's channel.
    .step1 = Set the rejected record aside and go on with the rest, but stop if the whole request was rejected.
    .step2 = Ask the developer to set statusName to a status in the program's channel.

rest-1026 = Custom objects are not enabled
    .note = The call requires a feature that the instance does not have.
    .step1 = Stop until custom objects have been enabled in the instance.
    .step2 = Ask your account manager at Adobe to have custom objects enabled.

rest-1027 = Maximum number of activity types reached
    .note = The limit applies to the subscription's custom activity types. The documentation gives no figure.
    .step1 = Stop until there is room for another activity type.
    .step2 = Ask the Marketo administrator to delete a custom activity type that is no longer needed.
    .step3 = If every activity type is needed, ask your account manager at Adobe to raise the limit.

rest-1028 = Maximum number of fields reached
    .note = A custom activity may have at most { words-secondary_attributes }.
    .step1 = Stop and ask the developer to correct the activity type: leave out secondary attributes that are not needed, or divide the attributes between two activity types.

rest-1029 = Export was rejected
    .note = The queue may be full, the daily export quota may be used up, or the job may already be in the queue. Only the server's message tells you which.
    .step1 = Read the server's message and check whether the job is already in the queue.
    .step2 = Unless the job is in the queue or the daily quota is used up, wait until a job has finished: try again every few minutes, for at most { words-minutes }.
    .step3 = If the export is still rejected after that, stop and ask the developer to check the queue and the daily quota.

rest-1029-queue_full = Too many jobs in the queue
    .note = An instance may have at most { words-queued_exports } in the queue and at most { NUMBER($running_exports) } running at the same time.
    .step1 = Wait until a job has finished: try again every few minutes, for at most { words-minutes }.
    .step2 = If the queue is still full after that, stop and ask the developer to spread out the exports.

rest-1029-export_quota_used_up = Daily export quota is used up
    .note = The quota is { NUMBER($export_megabytes) } MB a day and is reset at 00:00 CST (midnight, US Central time). It may differ between subscriptions. Both Create and Enqueue can return the code.
    .step1 = Wait until the quota is reset, at 06:00 UTC (possibly 05:00 during US daylight saving time), and then send the request { words-again }.
    .step2 = If the quota often runs out, ask your account manager at Adobe to raise it.

rest-1029-already_queued = Job is already in the queue
    .note = An earlier call queued the job with this export ID.
    .step1 = Accept the response and check the status of the export, at most once a minute, until the job has finished or failed.
    .step2 = If the job has not finished after a few hours, stop checking and ask the developer to look at the queue.

rest-1035 = Filter type is not supported
    .specific = Filter type “{ $filter }” is not supported
    .note = The subscription does not support this filter in Bulk Extract of leads, custom objects, or program members. The filter may be updatedAt, smartListId, or smartListName.
    .step1 = Stop until the filter has been enabled, or use createdAt in the meantime.
    .step2 = Ask Adobe support to enable the filter for the subscription.

rest-1036 = Duplicate in the input
    .note = Two or more records in the call have the same foreign key, for example the same externalCompanyId in Sync Companies.
    .step1 = Set the records with the same key aside and go on with the rest, but stop if the whole request was rejected.
    .step2 = Ask the developer to combine the records with the same key into one or correct the key.

rest-1037 = Lead was skipped
    .note = Nothing was changed. The lead already has the status in statusName or is past it, or the call tried to remove the lead from a program that it is not in.
    .step1 = Accept the response: nothing went wrong.
    .step2 = If the lead should have been changed, ask the developer to check statusName and the lead's current status.

rest-1037-not_in_program = Lead is not in the program
    .note = The call tried to remove the lead from the program.
    .step1 = Accept the response: there was nothing to remove.
    .step2 = If the lead should have been in the program, ask the developer to check the lead ID and the program ID.

rest-1042 = Invalid date in runAt
    .note = Schedule Campaign does not accept a time more than { words-years_ahead } ahead.
    .step1 = If the campaign really should run that late, schedule it closer to the date.
    .step2 = If the date is wrong, ask the developer to correct runAt.

rest-1048 = Draft of the custom object could not be discarded
    .note = The documentation gives no cause. The draft may still have been discarded.
    .step1 = Do not repeat the call; check whether the draft is still there.
    .step2 = If the draft is still there, contact Adobe support with the requestId from the response.

rest-1049 = Activity could not be created
    .note = The attributes array is too long: in one activity, it can be at most { words-bytes }. Splitting the batch does not help.
    .step1 = Set the rejected record aside and go on with the rest, but stop if the whole request was rejected.
    .step2 = Ask the developer to correct the attributes array by shortening its values.

rest-1076 = Merge Leads would create a duplicate in Salesforce
    .note = The call used the mergeInCRM flag, and Salesforce rejected the merge. The server's message comes from Salesforce. Part of the merge may still have been carried out.
    .step1 = Set these leads aside and check whether any part of the merge was carried out.
    .step2 = Correct the request: use an existing record instead, so that no duplicate is created.
    .step3 = If you find no existing record, ask the Marketo administrator to look for it in Salesforce.

rest-1077 = Merge Leads: value is too long for a Salesforce field
    .note = The call had mergeInCRM=true. The documentation does not say which field is meant; it says only SFDC Field. Part of the merge may still have been carried out.
    .step1 = Set these leads aside and check whether any part of the merge was carried out.
    .step2 = Ask the developer to shorten the value or set mergeInCRM=false.

rest-1078 = Merge Leads was rejected by the CRM system
    .note = The record in the CRM system has been deleted, is neither a lead nor a contact, or does not match the field filter. The server's message comes from Salesforce. Part of the merge may still have been carried out.
    .step1 = Set these leads aside and check whether any part of the merge was carried out.
    .step2 = Ask the Marketo administrator to find out in the CRM system which cause applies.
    .step3 = Once the Marketo administrator knows the cause, correct the request or leave out mergeInCRM.

rest-1079 = Merge Leads: several records have the same Personalized URL
    .note = The conflict is between the records in the call. None of them was merged.
    .step1 = Stop until the conflict has been resolved, and set these leads aside in the meantime.
    .step2 = Ask the Marketo administrator to merge these leads in the Marketo Engage user interface.

rest-1080 = Too many leads to merge
    .note = Since 2026-03-31, Marketo has skipped calls to Merge Leads with more than { words-lead_ids } in leadIds.
    .step1 = Reduce the request: split the merge across several calls with at most { words-lead_ids } in leadIds, and keep the same lead (the one that the others are merged into) in every call.
    .step2 = If one of those calls is skipped too, stop and ask the developer to check leadIds.

status-unauthorized = Authentication is required (Unauthorized)
    .note = The response has status 401, but no code from Marketo. The access token may be missing or expired, or a gateway or proxy along the way may require its own authentication. The status does not show whether client_id and client_secret are valid.
    .step1 = Authenticate again: get a new access token from the Identity endpoint and send the request { words-again }.
    .step2 = If that does not help, ask the Marketo administrator to find out whether a gateway or proxy along the way requires its own authentication.

status-client_error = Request was rejected
    .note = In HTTP, a status from 400 to 499 means that the error seems to be in the request. This particular status is not in the catalog. The response may come from a gateway or proxy in front of Marketo.
    .step1 = Ask the developer to read the response, find out what the status means in HTTP, and correct the request.

status-server_error = Server error
    .note = In HTTP, a status from 500 to 599 means that the server, or a gateway or proxy along the way, has failed. This particular status is not in the catalog. The request may still have been carried out.
    .step1 = If the call creates or updates something, check before each attempt that it has not already taken effect.
    .step2 = Try again, waiting longer each time, with { words-attempts }.
    .step3 = If that does not help, report the error to Adobe support.
