# Faults of the SOAP API, one message a code.

soap-10001 = Internal error (severe system failure)
    .note = The failure is on Marketo's side, and nothing in the documentation suggests that the request caused it. The request may have been carried out all the same.
    .remedy = Wait and try again at most three times, with longer and longer waits between the attempts. Before you repeat a create or an update, check that it has not already taken effect. If that does not help, hand the request and the response to Adobe support, without credentials and personal data.

soap-20011 = Internal error in the API service
    .note = Something went wrong at Marketo while the request was being handled. The code does not say what. The request may have been carried out all the same.
    .remedy = Wait and try again at most three times, with longer and longer waits between the attempts. Before you repeat a create or an update, check that it has not already taken effect. If that does not help, hand the request and the response to Adobe support, without credentials and personal data.

soap-20012 = Request not understood
    .note = The service expected a different SOAP message. Either the element in Body is wrong, or Envelope is wrong or malformed.
    .remedy = Compare Envelope and the element in Body with the WSDL file, and correct the SOAP message. Sending the request again unchanged fails the same way.

soap-20013 = Access denied
    .note = The client is blocked and may not call the API. By whom, why and for how long is not documented. Wrong credentials give 20014 instead.
    .remedy = Stop, since the client program cannot fix this. Ask the Marketo administrator to find out why the client is blocked and to have the block lifted.

soap-20014 = Authentication failed
    .note = The credentials are not valid. Either mktowsUserId is wrong, or requestSignature does not match. The signature is computed over requestTimestamp followed by mktowsUserId, with HMAC-SHA1 and the encryption key.
    .remedy = Stop, since a new signature with the same encryption key fails the same way. Read mktowsUserId and the key once more from where they are stored, and try one more time if either has changed. If that does not help, ask the Marketo administrator to check both and to issue new credentials.

soap-20015 = Daily request limit exceeded
    .note = The quota applies to the whole subscription and is { NUMBER($calls) } calls a day by default. It is reset at 00:00 CST (midnight, US Central time).
    .remedy = Make no more calls until the quota is reset, and let the client program work out the local time (in Sweden it is in the morning). Then send the request once more. If the quota often runs out, ask your account manager at Adobe to raise it.

soap-20016 = Request has expired
    .note = The signature is too old: requestTimestamp lies too far in the past, so requestSignature no longer holds. How long a signature holds is not documented.
    .remedy = Make a new timestamp and a new signature and send the request once more. If it happens again, check the computer's clock. If that does not help, hand the error to the Marketo administrator.

soap-20017 = Invalid request
    .note = A parameter that the operation requires is missing.
    .remedy = Compare the request with the WSDL file and add the missing parameter. Sending the request again unchanged fails the same way.

soap-20019 = Unsupported operation
    .note = The operation that was called is not defined in the WSDL file. Another version of the file may define it.
    .remedy = Check the name of the operation and the version of the WSDL file, and correct the call. Sending the request again unchanged fails the same way.

soap-20022 = Time range in the query filter exceeds the limit
    .note = More than { NUMBER($days) } days lie between oldestUpdatedAt and latestUpdatedAt.
    .remedy = Split the range into parts of at most { NUMBER($days) } days and send one request for each part. If such a part is refused too, stop and let the developer check both times.

soap-20023 = Rate limit exceeded
    .note = More than { NUMBER($calls) } calls were made in the last { NUMBER($seconds) } seconds. The limit applies to the whole instance.
    .remedy = Wait { NUMBER($seconds) } seconds before the next call, and then send the request again. Stop after three attempts and let the developer spread out the calls.

soap-20024 = Concurrency limit exceeded
    .note = More than { NUMBER($concurrent_calls) } calls were running at the same time. The limit applies to the whole instance.
    .remedy = Wait a few seconds until one of the running calls returns, and then send the request again. Stop after three attempts and let the developer lower the number of concurrent calls.

soap-20101 = Lead key required
    .note = LeadKey is mandatory but was not given.
    .remedy = Add the element leadKey, with keyType and keyValue, to the request. Sending the request again unchanged fails the same way.

soap-20102 = Bad lead key
    .note = According to the documentation the value in LeadKeyType is not valid. The code also comes when the key value is null.
    .remedy = Give keyType a value that LeadKeyType in the WSDL file allows, and make sure that keyValue is not null. Sending the request again unchanged fails the same way.

soap-20103 = Lead not found
    .specific = Lead not found by key type “{ $key_type }”
    .note = The value in LeadKey matches no lead, which is a common answer to a look-up. A lead that you may not see gives the same answer as one that does not exist. The server's text repeats the key value, which can be personal data.
    .remedy = Accept the answer: a look-up found nothing, and a removal is already done. If the record was to be written, set it aside and go on with the others. If the lead should exist, let the developer check keyType and keyValue.

soap-20104 = Lead detail required
    .note = LeadRecord is mandatory but was not given.
    .remedy = Add the element leadRecord, with the data of the lead, to the request. Sending the request again unchanged fails the same way.

soap-20105 = Bad lead attribute
    .specific = Bad lead attribute “{ $field }”
    .note = LeadRecord has an attribute with an unknown name.
    .remedy = Correct the name in attrName, or leave the attribute out. Sending the request again unchanged fails the same way.

soap-20106 = Lead sync failed
    .note = According to the answer, the lead in LeadRecord could not be created or updated. The code does not say why. The change may have been carried out all the same.
    .remedy = Do not send the request again, but check whether the lead was created or updated. If it was not, set the record aside and go on with the others. Hand the request and the response to Adobe support, without credentials and personal data.

soap-20107 = Bad activity key
    .note = The activity type in LeadActivityFilter is not valid.
    .remedy = Give activityType in activityFilter a value that the WSDL file allows. Sending the request again unchanged fails the same way.

soap-20108 = Lead owner not found
    .note = LeadKey names an owner that does not exist.
    .remedy = Correct keyType and keyValue in leadKey so that they name an existing lead owner. Sending the request again unchanged fails the same way.

soap-20109 = Parameter required
    .note = A parameter value is null or was not given.
    .remedy = Give every mandatory parameter of the operation a value. Sending the request again unchanged fails the same way.

soap-20110 = Bad parameter
    .note = A value in the request cannot be used. The code also comes when getLeadChanges is called with more than { NUMBER($lead_keys) } leads in LeadKeySelector, and when the parameters of requestCampaign cannot be combined.
    .remedy = Use the server's text as a clue and correct the parameters. Give at most { NUMBER($lead_keys) } leads in LeadKeySelector in each call to getLeadChanges. Sending the request again unchanged fails the same way.

soap-20111 = List not found
    .note = ListKey names a list that does not exist.
    .remedy = Correct keyType and keyValue in listKey so that they name an existing list. Sending the request again unchanged fails the same way.

soap-20113 = Campaign not found
    .note = The request names a campaign that does not exist.
    .remedy = Correct campaignId, or campaignName and programName, so that the request names an existing campaign. Sending the request again unchanged fails the same way.

soap-20114 = Bad parameter
    .note = A value in the request cannot be used. The documentation gives no difference from 20110.
    .remedy = Use the server's text as a clue and correct the value. Sending the request again unchanged fails the same way.

soap-20122 = Bad stream position
    .note = The value in streamPosition cannot be used. It may be made up, changed or taken from another call.
    .remedy = Pass on the value of streamPosition or startPosition unchanged from the previous answer in the same series of calls. If you no longer have it, start the series again from the beginning, once. If that fails too, let the developer find out where the value is changed.

soap-20123 = Stream at end
    .note = According to streamPosition there are no more records to fetch. This is no failure.
    .remedy = Accept the answer and go on with the records that you have fetched. Do not send the same streamPosition or startPosition again.
