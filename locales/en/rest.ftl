# Errors of the REST API, one message a code, a code's cases after it.

rest-401 = Client credentials are invalid
    .note = The Identity endpoint does not accept client_id or client_secret. When the credentials have been replaced, calls can get 601 first, before the request for a new token is refused.
    .remedy = Stop, and ask for no more tokens. Check that client_id and client_secret are complete and belong to this instance. If they are right, ask the Marketo administrator for valid credentials.

rest-413 = Request is too large
    .note = The limit is { NUMBER($body) } MB for the body of a request and { NUMBER($import_file) } MB for a file sent to Bulk Import.
    .remedy = Split the records over several requests, or the file over several imports. If a request with a single record is too large, shorten its values. If that is not possible, set the record aside and hand the error to the developer.

rest-414 = Request URI is too long
    .note = The limit is { NUMBER($uri) } KB. Often it is many or long values in filterValues that take up the space.
    .remedy = Send the request as POST, with _method=GET in the URL, the rest of the query string in the body and Content-Type application/x-www-form-urlencoded. If that does not help, split the values over several calls. If that fails too, hand the error to the developer.

rest-500 = Internal server error
    .note = Something unexpected happened in the server. The cause may be a badly formed URL. The request may have been carried out all the same.
    .remedy = Check the URL, then wait and try again at most three times, with longer and longer waits between the attempts. Before you repeat a create or an update, check that it has not already taken effect. If that does not help, hand the error and its requestId to Adobe support.

rest-502 = Error from a remote server (Bad Gateway)
    .note = The cause is probably a timeout. The request may have been carried out all the same.
    .remedy = Wait and try again at most three times with exponential backoff, that is with longer and longer waits between the attempts. Before you repeat a create or an update, check that it has not already taken effect. If that does not help, hand the error to Adobe support.

rest-503 = Service is unavailable
    .note = The gateway answers in place of the service, usually with an HTML page. It says that the service is down or overloaded. The request may have been carried out all the same.
    .remedy = Wait and try again at most three times, with longer and longer waits between the attempts. Before you repeat a create or an update, check that it has not already taken effect. If that does not help, hand the error to Adobe support.

rest-504 = Timeout in a gateway (Gateway Timeout)
    .note = The gateway stopped waiting for the service. The request may have been carried out all the same.
    .remedy = Wait and try again at most three times, with longer and longer waits between the attempts. Before you repeat a create or an update, check that it has not already taken effect. If that does not help, hand the error to Adobe support.

rest-600 = Access token is missing
    .note = The server found no token, neither in the Authorization header nor in access_token. The code was removed from the documentation in 2022. Since September 2022 Marketo answers 603 instead.
    .remedy = Get an access token once and send it as Bearer in the Authorization header. If the answer is the same, stop and let the developer check that the header really is sent.

rest-601 = Access token is invalid
    .note = The request did carry a token, in the Authorization header or in access_token. A token is valid for { NUMBER($token) } seconds. The first call with an expired token gives 602, later calls give 601.
    .remedy = Get a new access token from Identity once and send the request again. Do not ask in a loop, since Identity returns the same token for as long as it is valid. If 601 comes again with the new token, stop and ask the Marketo administrator to check client_id and client_secret.

rest-602 = Access token has expired
    .note = A token in the Authorization header or in access_token is valid for { NUMBER($token) } seconds. Only the first call after that gives 602, later calls with the same token give 601.
    .remedy = Get a new access token from Identity once and send the request again. If 601 or 602 comes with the new token, stop, and do not ask in a loop. Then ask the Marketo administrator to check client_id and client_secret.

rest-603 = Access denied
    .note = Either the role of the API user lacks a permission that the call requires, or the IP address is not allowed. Since September 2022 a call without a token gives this code too, where it used to give 600.
    .remedy = Stop, and check first that the request carries a token in the Authorization header. If it does, ask the Marketo administrator to check the role of the API user and the allowlist under Admin > Web Services > IP Restrictions.

rest-604 = Request timed out
    .note = The request was slow, for example because of contention in the database, or ran past a limit given in a header. The limit is { NUMBER($shortest_timeout) } to { NUMBER($longest_timeout) } seconds, depending on the endpoint. According to Marketo the request was not carried out, but for a large batch or a lock that is not certain.
    .remedy = Wait and try again at most three times, with fewer records in each request and longer and longer waits between the attempts. Before you repeat a create or an update, check that it has not already taken effect. If that does not help, hand the error and its requestId to Adobe support.

rest-605 = HTTP method is not supported
    .specific = HTTP method “{ $method }” is not supported
    .note = The endpoint expects another method. Sync Leads, for example, takes POST and not GET.
    .remedy = Use the method that the documentation gives for the endpoint. Sending the request again unchanged fails the same way.

rest-606 = Rate limit exceeded
    .specific = Rate limit exceeded: at most { NUMBER($calls) } calls in { NUMBER($seconds) } seconds
    .note = More than { NUMBER($calls) } calls were made in the last { NUMBER($seconds) } seconds. Calls to all API services of the instance are counted together.
    .remedy = Wait { NUMBER($seconds) } seconds before the next call, and then send the request again. From then on, make at most { NUMBER($recommended) } calls in { NUMBER($seconds) } seconds in this integration. Stop after three attempts and let the developer spread out the calls.

rest-607 = Daily quota is used up
    .note = The calls of the day exceed the quota of the subscription, usually { NUMBER($calls) } calls a day. The quota is reset at 00:00 CST (midnight, US Central time).
    .remedy = Make no more calls until the quota is reset, and let the client program work out the local time (in Sweden it is in the morning). Then send the request once more. If the quota often runs out, look up its size under Admin > Web Services and ask your account manager at Adobe to raise it.

rest-608 = API is temporarily unavailable
    .note = The documentation gives neither a cause nor a duration. The request was not carried out.
    .remedy = Wait and try again at most three times, with longer and longer waits between the attempts. If that does not help, hand the error and its requestId to Adobe support.

rest-609 = Invalid JSON
    .note = The server could not parse the body of the request.
    .remedy = Test the body in a JSON parser and correct the code that builds it. Sending the request again unchanged fails the same way.

rest-610 = Requested resource not found
    .note = The URI matches no endpoint of the REST API. Often it is misspelt or badly formed. The code never means that a record is missing.
    .remedy = Compare the URI with the documentation of the endpoint and correct it. Sending the request again unchanged fails the same way.

rest-611 = System error
    .note = No other code covers the error. The server's text can say what failed. The request may have been carried out all the same.
    .remedy = Read the server's text and correct what it names. Before you repeat a create or an update, check that it has not already taken effect. If the text does not help, stop and hand the error to the developer.

rest-611-unspecified = System error without details
    .note = The server does not say what failed. The error may pass. The request may have been carried out all the same.
    .remedy = Wait and try again at most three times, with longer and longer waits between the attempts. Before you repeat a create or an update, check that it has not already taken effect. If that does not help, hand the error and its requestId to Adobe support.

rest-612 = Invalid content type (Content-Type)
    .note = The Content-Type header is missing, or it does not fit the endpoint.
    .remedy = Send application/json to JSON endpoints, application/x-www-form-urlencoded together with _method=GET, and multipart/form-data with imports. Sending the request again unchanged fails the same way.

rest-613 = Invalid multipart request
    .note = The body of the POST request is not built as the format requires.
    .remedy = Correct the parameter boundary and the headers of each part, or let a library build the body as multipart/form-data. Sending the request again unchanged fails the same way.

rest-614 = Invalid subscription
    .note = The subscription that the call is addressed to does not exist or cannot be reached. Usually this is temporary. If the host name is wrong or the subscription is closed, the error does not pass.
    .remedy = Check the host name in the URL. Wait and try again at most three times, with longer and longer waits between the attempts. If that does not help, stop and ask the Marketo administrator to check the host name and the subscription.

rest-615 = Concurrency limit reached
    .specific = Concurrency limit reached: at most { NUMBER($concurrent_calls) } calls at the same time
    .note = The subscription already has { NUMBER($concurrent_calls) } calls in progress. Calls from all integrations of the instance are counted together.
    .remedy = Wait a few seconds until one of the running calls returns, and then send the request again. Run at most { NUMBER($recommended) } calls at the same time in this integration. Stop after three attempts and let the developer lower the number of concurrent calls.

rest-616 = Wrong type of subscription
    .note = The Custom Object Metadata API requires another type of Marketo subscription.
    .remedy = Stop, since the client program cannot fix this. Ask your account manager at Adobe or your Customer Success Manager which type is required and how to get it.

rest-701 = Field must not be empty
    .specific = Field “{ $field }” must not be empty
    .note = A field that must have a value has none. The same code also comes when a value is too long.
    .remedy = Give the field a value, or shorten the value if the server's text names a length. Sending the request again unchanged fails the same way.

rest-702 = No data found, or the call was refused
    .note = The code has several meanings. It can stand for a search without a match, for an object that is not there and, in the Asset API, for a call that is not allowed. The server's text tells which it is.
    .remedy = Read the server's text and correct what it names. If the text does not help, stop and hand the error to the developer.

rest-702-no_data = The search matched nothing
    .note = No record matches the search parameters. Many other searches then answer with success=true and a warning.
    .remedy = Accept the answer: the search found nothing. If a record was to be written on the strength of the search, set it aside and go on with the others. If something should have matched, let the developer check the search parameters.

rest-702-object_not_found = Object in the request not found
    .note = The request refers to an asset, a folder or a list that is not there. It may have been deleted.
    .remedy = Correct the id or the name in the request, and check that the object exists in this instance. Sending the request again unchanged fails the same way.

rest-703 = Feature is not enabled for the subscription
    .note = The call requires a beta feature.
    .remedy = Stop, since the client program cannot fix this. Ask your account manager at Adobe to have the feature enabled.

rest-704 = Invalid date format
    .note = Either a date is not written as the endpoint requires, or an id for dynamic content is invalid.
    .remedy = Write the date in the format that the documentation gives for the endpoint, or correct the id for the dynamic content. Sending the request again unchanged fails the same way.

rest-709 = Business rule violation
    .note = The call does something with an asset that Marketo does not allow. Examples are an email without a template and the approval of an asset that has no draft. The server's text can say which rule it is.
    .remedy = Read the server's text, and change the request or the asset so that the rule is kept. Sending the request again unchanged fails the same way.

rest-709-name_taken = Name is already taken
    .note = There is already an asset of that name.
    .remedy = Choose another name, or use the existing asset. Sending the request again unchanged fails the same way.

rest-710 = Parent folder not found
    .note = The request refers to a folder that is not there.
    .remedy = Correct the parent folder in the request, or create the folder first. Sending the request again unchanged fails the same way.

rest-711 = Incompatible folder type
    .note = The folder in the request is of a type that the call does not accept.
    .remedy = Choose a folder of a type that fits the call. Sending the request again unchanged fails the same way.

rest-712 = Merging with a Person Account is not allowed
    .note = Merge Leads failed. Leads that are Person Accounts in Salesforce must be merged there. Part of the merge may have been carried out all the same.
    .remedy = Take these leads out of the call, and check whether any part of the merge was carried out. Ask the Marketo administrator to have the leads merged in Salesforce. Sending the request again unchanged fails the same way.

rest-713 = Transient error
    .note = A system resource could not be used at that moment. The request may have been carried out all the same.
    .remedy = Wait and try again at most three times, with longer and longer waits between the attempts. Before you repeat a create or an update, check that it has not already taken effect. If that does not help, hand the error and its requestId to Adobe support.

rest-714 = Default record type not found
    .note = Merge Leads could not be carried out without the default record type.
    .remedy = Stop, since the client program cannot fix this. Ask the Marketo administrator to see to it that there is a default record type. Make the call again only after that.

rest-718 = ExternalSalesPersonID not found
    .note = Sync Opportunities was called with a value in externalSalesPersonId that does not exist.
    .remedy = Correct externalSalesPersonId, or create the salesperson first. Sending the request again unchanged fails the same way.

rest-719 = Waiting for a lock took too long
    .note = Clone Program did not get the lock in time. The new program may have been created all the same.
    .remedy = Wait and try again at most three times, with longer and longer waits between the attempts. Before you repeat the call, check that the new program does not already exist. If that does not help, hand the error and its requestId to Adobe support.

rest-1001 = Value has the wrong type
    .specific = Value “{ $value }” is not of the type “{ $type }”
    .note = A parameter requires another type, for example an integer where the call has a string.
    .remedy = Give the value the type that the documentation states for the parameter. Set a refused record aside and go on with the others, or stop if the whole request was refused. Sending the request again unchanged fails the same way.

rest-1002 = Missing value for a required parameter
    .specific = Missing value for the required parameter “{ $parameter }”
    .note = The endpoint requires the parameter, but the call does not have it.
    .remedy = Add the parameter, with a value. Set a refused record aside and go on with the others, or stop if the whole request was refused. Sending the request again unchanged fails the same way.

rest-1003 = Invalid data
    .specific = Invalid value “{ $value }” for the field “{ $field }”
    .note = Something in the call does not suit the endpoint or its mode, for example id together with createOnly, or Request Campaign for a batch campaign. In Get Lead Activities and Get Lead Changes, the code can also mean that listId names a list with { NUMBER($list_members) } leads or more. That applies from 2026-09-30 or 2026-12-30 (the documentation gives both dates).
    .remedy = Read the server's text and correct what it names. Set a refused record aside and go on with the others, or stop if the whole request was refused. Sending the request again unchanged fails the same way.

rest-1003-too_many_results = Search or list is too large for the endpoint
    .note = A search with Get Leads by Filter Type may match at most { NUMBER($results) } leads. For program members the limit is { NUMBER($program_members) }.
    .remedy = Narrow the search, or split the search or the list into smaller parts with a call for each. If that is not possible, use Bulk Extract. If such a part is refused too, stop and hand the error to the developer.

rest-1004 = Lead not found
    .specific = Lead “{ $lead }” not found
    .note = No lead that the API user may see has this key. A lead in a partition that the API user may not see gives the same answer as one that does not exist.
    .remedy = Accept the answer: a look-up found nothing, and a removal is already done. If the record was to be written, set it aside and go on with the others. If the lead should exist, let the developer check the key and which partitions the API user may see.

rest-1005 = Lead already exists
    .note = With action=createOnly, Marketo skips a record whose key already belongs to a lead.
    .remedy = Set the record aside and go on with the others. If the existing lead is to be changed, send the record with action=updateOnly or action=createOrUpdate. Sending the record again unchanged fails the same way.

rest-1006 = Field not found
    .specific = Field “{ $field }” not found
    .note = A name in the call does not belong to any valid field. It can also be the name of a lookup field.
    .remedy = Compare the name with the API names that Describe gives, and correct it. Set a refused record aside and go on with the others, or stop if the whole request was refused. Sending the request again unchanged fails the same way.

rest-1007 = Multiple leads match the lookup criteria
    .note = An update requires a key that belongs to one record only. Here the field in lookupField gives no such key.
    .remedy = Set the record aside and go on with the others. Name a field with unique values in lookupField, for example id, or have the duplicates merged first. Sending the record again unchanged fails the same way.

rest-1008 = Access denied to partition
    .specific = Access denied to partition “{ $partition }”
    .note = The API user has access to no workspace with this partition.
    .remedy = Stop, and check first that partitionName is right if the call has it. If it is, ask the Marketo administrator to give the API user access to a workspace with the partition.

rest-1009 = Partition name must be specified
    .note = The parameter partitionName is missing. The documentation says no more about when it is required.
    .remedy = Add partitionName with the name of the right partition. Set a refused record aside and go on with the others, or stop if the whole request was refused. Sending the request again unchanged fails the same way.

rest-1010 = Partition update not allowed
    .note = The record already exists, in another lead partition than the one the call is for.
    .remedy = Set the record aside and go on with the others. Let partitionName name the partition where the record already is. Sending the record again unchanged fails the same way.

rest-1011 = Field is not supported
    .specific = Field “{ $field }” is not supported
    .note = The call names a standard field in lookupField or filterType that cannot be used there, for example firstName or lastName.
    .remedy = Choose a field that the endpoint supports in lookupField or filterType. Set a refused record aside and go on with the others, or stop if the whole request was refused. Sending the request again unchanged fails the same way.

rest-1012 = Invalid cookie value
    .specific = Invalid cookie value “{ $value }”
    .note = The value came in the parameter cookie of Associate Lead, or in filterValues together with filterType=cookies.
    .remedy = Send the whole value of the cookie _mkto_trk, with URL encoding where it stands in a URL. Set a refused record aside and go on with the others, or stop if the whole request was refused. Sending the request again unchanged fails the same way.

rest-1013 = Object not found
    .note = The object can be a list or a campaign that the call names by id. It can also be a record, for example a company, a custom object or a membership.
    .remedy = Check the id or the key and that the object exists in this instance, and correct the call. Set a refused record aside and go on with the others, or stop if the whole request was refused. Sending the request again unchanged fails the same way.

rest-1013-absent = Record does not exist
    .note = The answer concerns only this record, which the call was to look up, update or delete.
    .remedy = Accept the answer: a look-up found nothing, and a removal is already done. If the record was to be updated, set it aside and go on with the others. If it should exist, let the developer check the key.

rest-1014 = Object could not be created
    .note = The object can be a list, for example. The documentation gives no cause. Something may have been created all the same.
    .remedy = Do not repeat the call, but check whether the object exists. If it does not, hand the error and its requestId to Adobe support.

rest-1015 = Lead is not in the list
    .note = The code is known only from calls that remove leads from a list.
    .remedy = Accept the answer: a removal is already done, and a look-up found nothing. If a write requires that the lead is a member, set the record aside and go on with the others. If the lead should be in the list, let the developer check the ids of the lead and the list.

rest-1016 = Too many imports
    .note = The import queue is full. In an instance, at most { NUMBER($queued_imports) } imports may be in the queue and at most { NUMBER($running_imports) } run at the same time.
    .remedy = Wait 1 minute before the next attempt, then 2 minutes, then 4 minutes each time. If the queue is still full after two hours, stop and let the developer spread out the imports.

rest-1017 = Object already exists
    .note = The call was to create a new record. No record was created.
    .remedy = Set the record aside and go on with the others. If the existing record is to be changed, send an update instead. Sending the record again unchanged fails the same way.

rest-1018 = A CRM integration is enabled
    .note = The call cannot be carried out in an instance with a native CRM integration.
    .remedy = Take the call out of this integration, and make the change in the CRM system instead. Set a refused record aside and go on with the others, or stop if the whole request was refused. Sending the request again unchanged fails the same way.

rest-1019 = Import in progress
    .note = Another import to the same target list is not finished.
    .remedy = Wait 1 minute before the next attempt, then 2 minutes, then 4 minutes each time. If the other import is still not finished after two hours, stop and let the developer check its status.

rest-1020 = Daily quota for cloning to a program is used up
    .note = A subscription may use cloneToProgramName in Schedule Campaign { NUMBER($clones) } times a day. When the quota is reset is not documented.
    .remedy = Make no more calls with cloneToProgramName today, and try once the next day. If the program is needed before that, use Clone Program. If the quota often runs out, let the developer change over to Clone Program.

rest-1021 = Company update not allowed
    .note = Company data may not be updated through Sync Leads.
    .remedy = Take the company fields out of the call, and send them with Sync Companies. Set a refused record aside and go on with the others, or stop if the whole request was refused. Sending the request again unchanged fails the same way.

rest-1022 = Object is in use
    .note = The object cannot be deleted as long as another object uses it.
    .remedy = Find out where the object is used, and end that use before you delete it. Set a refused record aside and go on with the others, or stop if the whole request was refused. Sending the request again unchanged fails the same way.

rest-1025 = Program status not found
    .note = The channel of the program has no status with the name that Change Lead Program Status was given in statusName.
    .remedy = Give statusName a status that exists in the channel of the program. Set a refused record aside and go on with the others, or stop if the whole request was refused. Sending the request again unchanged fails the same way.

rest-1026 = Custom objects are not enabled
    .note = The call requires a feature that the instance does not have.
    .remedy = Stop, since the client program cannot fix this. Ask your account manager at Adobe to have custom objects enabled.

rest-1027 = Maximum number of activity types reached
    .note = The limit applies to the custom activity types of the subscription. The documentation gives no figure.
    .remedy = Stop, since the client program cannot fix this. Ask the Marketo administrator to delete a custom activity type that is no longer needed. If all of them are needed, ask your account manager at Adobe to raise the limit.

rest-1028 = Maximum number of fields reached
    .note = A custom activity may have at most { NUMBER($secondary_attributes) } secondary attributes.
    .remedy = Leave out secondary attributes that are not needed, or divide them between two activity types. Set a refused record aside and go on with the others, or stop if the whole request was refused. Sending the request again unchanged fails the same way.

rest-1029 = Export was refused
    .note = The code has three meanings. The queue can be full, the daily export quota can be used up, or the job can already be in the queue. Only the server's text tells which it is.
    .remedy = Read the server's text, and check whether the job is already in the queue. If it is not, wait 1 minute before the next attempt, then 2 minutes, then 4 minutes each time. If the export is still refused after two hours, stop and hand the error to the developer.

rest-1029-queue_full = Too many jobs in the queue
    .note = In an instance, at most { NUMBER($queued_exports) } jobs from Bulk Extract may be in the queue and at most { NUMBER($running_exports) } run at the same time.
    .remedy = Wait 1 minute before the next attempt, then 2 minutes, then 4 minutes each time. If the queue is still full after two hours, stop and let the developer spread out the exports.

rest-1029-export_quota_used_up = Daily export quota is used up
    .note = The quota is { NUMBER($export_megabytes) } MB a day by default. It is reset at 00:00 CST (midnight, US Central time). Both Create and Enqueue can give the code.
    .remedy = Start no more exports until the quota is reset, and let the client program work out the local time (in Sweden it is in the morning). Then send the request once more. If the quota often runs out, ask your account manager at Adobe to raise it.

rest-1029-already_queued = Job is already in the queue
    .note = An earlier call has queued the job with this export id.
    .remedy = Accept the answer, since nothing went wrong. Ask for the status of the export once a minute at most, until the job is done or has failed. If it is not done after a few hours, stop asking and let the developer check the queue.

rest-1035 = Filter type is not supported
    .specific = Filter type “{ $filter }” is not supported
    .note = The subscription does not support this filter in Bulk Extract of leads, custom objects or program members. It can be updatedAt, smartListId or smartListName.
    .remedy = Stop, since the same filter is refused again. Use createdAt in the meantime. Ask Adobe support to enable the filter for the subscription.

rest-1036 = Duplicate in the input
    .note = Two or more records in the call have the same foreign key, for example the same externalCompanyId in Sync Companies.
    .remedy = Set the records with the same key aside and go on with the others. Make one record of them, or correct the key. Sending the records again unchanged fails the same way.

rest-1037 = Lead was skipped
    .note = Nothing was changed. Either the lead has the status in statusName already or has passed it, or it was to be removed from a program that it is not in.
    .remedy = Accept the answer, since nothing went wrong. If the lead should have been changed, let the developer check statusName and the present status of the lead.

rest-1037-not_in_program = Lead is not in the program
    .note = The call was to remove the lead from the program. There was nothing to remove.
    .remedy = Accept the answer, since the removal is already done. If the lead should have been in the program, let the developer check the ids of the lead and the program.

rest-1042 = Invalid date in runAt
    .note = Schedule Campaign does not accept a time more than { NUMBER($years_ahead) } years ahead.
    .remedy = Choose an earlier date in runAt. If the campaign is to run later than that, schedule it when the day is closer. Sending the request again unchanged fails the same way.

rest-1048 = Draft of the custom object could not be discarded
    .note = The documentation gives no cause. The draft may have been discarded all the same.
    .remedy = Do not repeat the call, but check whether the draft is still there. If it is, hand the error and its requestId to Adobe support.

rest-1049 = Activity could not be created
    .note = The array attributes is too long. In one activity it may be at most { NUMBER($bytes) } bytes.
    .remedy = Set the activity aside and go on with the others. Shorten the values in attributes, since splitting the batch does not help. Sending the activity again unchanged fails the same way.

rest-1076 = Merge Leads with mergeInCRM creates a duplicate in Salesforce
    .note = The server's text comes from Salesforce. The documentation's title says that the flag mergeInCRM is 4, but not what that means. Part of the merge may have been carried out all the same.
    .remedy = Set these leads aside, and check whether any part of the merge was carried out. Use an existing record instead, so that no duplicate is created. If you do not find one, ask the Marketo administrator to look for it in Salesforce.

rest-1077 = Merge Leads failed because the value in a Salesforce field is too long
    .note = The call had mergeInCRM=true, and the value does not fit in the Salesforce field (SFDC Field). Part of the merge may have been carried out all the same.
    .remedy = Set these leads aside, and check whether any part of the merge was carried out. Shorten the value, or set mergeInCRM to false. Sending the request again unchanged fails the same way.

rest-1078 = Merge Leads failed because the record is deleted, is neither a lead nor a contact, or does not meet the field filter
    .note = The merge failed in the CRM system that Marketo syncs with natively, and the server's text comes from Salesforce. Part of the merge may have been carried out all the same.
    .remedy = Set these leads aside, and check whether any part of the merge was carried out. Ask the Marketo administrator which of the causes it is in the CRM system. Then correct the call or leave out mergeInCRM, since sending the request again unchanged fails the same way.

rest-1079 = Merge Leads failed because several records have the same Personalized URL
    .note = The conflict is between the records that were to be merged. None of them was merged.
    .remedy = Set these leads aside, since the client program cannot fix this. Ask the Marketo administrator to merge them in the user interface of Marketo Engage.

rest-1080 = Too many leads to merge
    .note = Since 2026-03-31, Marketo skips calls to Merge Leads with more than { NUMBER($lead_ids) } ids in leadIds.
    .remedy = Split the merge over several calls with at most { NUMBER($lead_ids) } ids in leadIds, and let the same lead be the one that is kept in all of them. If such a call is skipped too, stop and let the developer check leadIds.
