# Faults of the SOAP API, one message a code.

soap-10001 = Internal error: severe system failure
    .note = The failure is on Marketo's side. Nothing in the documentation suggests that the request caused it. The request may still have been carried out.
    .step1 = If the call creates or updates something, check before each attempt that it has not already taken effect.
    .step2 = Try again, waiting longer each time, with { words-attempts }.
    .step3 = If that does not help, send the request and the response to Adobe support, but remove credentials and personal data first.

soap-20011 = Internal error in the API service
    .note = Something went wrong at Marketo while the request was being processed. The code does not say what. The request may still have been carried out.
    .step1 = If the call creates or updates something, check before each attempt that it has not already taken effect.
    .step2 = Try again, waiting longer each time, with { words-attempts }.
    .step3 = If that does not help, send the request and the response to Adobe support, but remove credentials and personal data first.

soap-20012 = Request not understood
    .note = The service expected a different SOAP message. Either the Body element contains the wrong element, or the Envelope element is invalid or malformed.
    .step1 = Ask the developer to compare the SOAP message with the WSDL file and correct it.

soap-20013 = Access denied
    .note = The client is blocked and cannot call the API. Who blocked it, why, and for how long is not documented. Invalid credentials give 20014 instead.
    .step1 = Stop until the block has been lifted: the client program cannot fix this.
    .step2 = Ask the Marketo administrator to find out why the client is blocked and to have the block lifted.

soap-20014 = Authentication failed
    .note = Either mktowsUserId is wrong or requestSignature does not match. The signature is computed over requestTimestamp followed by mktowsUserId, with HMAC-SHA1 and the encryption key.
    .step1 = Stop until mktowsUserId and the encryption key are correct: a new signature with the same key does not help.
    .step2 = Read mktowsUserId and the encryption key again from where they are stored and resend the request only if either value has changed.
    .step3 = If that does not help, ask the Marketo administrator to check mktowsUserId and the encryption key and, if necessary, create new credentials.

soap-20015 = Daily call quota is used up
    .note = The quota for the whole subscription is { words-calls } a day, unless it has been raised. It is reset at 00:00 CST (midnight, US Central time).
    .step1 = Wait until the quota is reset, at 06:00 UTC (possibly 05:00 during US daylight saving time), and then send the request { words-again }.
    .step2 = If the quota often runs out, ask your account manager at Adobe to raise it.

soap-20016 = Request has expired
    .note = The signature is too old: requestTimestamp is too far in the past, so requestSignature is no longer valid. How long a signature stays valid is not documented.
    .step1 = Authenticate again: create a new timestamp and a new signature and send the request { words-again }.
    .step2 = If it happens again, check the clock on the computer that creates the signature.
    .step3 = If that does not help, ask the Marketo administrator to check the credentials.

soap-20017 = Invalid request
    .note = A parameter that the operation requires is missing.
    .step1 = Ask the developer to compare the request with the WSDL file and set the missing parameter.

soap-20019 = Operation is not supported
    .note = The operation in the call is not defined in the WSDL file. A different version of the file may define it.
    .step1 = Ask the developer to check the name of the operation and the version of the WSDL file and correct the call.

soap-20022 = Time range in the query filter exceeds the limit
    .note = The time from oldestUpdatedAt to latestUpdatedAt is longer than { words-days }.
    .step1 = Reduce the request: split the range into periods of at most { words-days } and send one request for each period.
    .step2 = If the request for one of the periods is rejected, ask the developer to check oldestUpdatedAt and latestUpdatedAt.

soap-20023 = Rate limit exceeded
    .note = The limit is { words-calls } in { words-seconds } for the whole instance.
    .step1 = Wait until the time window has passed ({ words-seconds }), and then send the request again, with { words-attempts }.
    .step2 = If that does not help, ask the developer to spread out the calls.

soap-20024 = Concurrency limit exceeded
    .note = The limit is { words-concurrent } for the whole instance.
    .step1 = Wait until a call in progress has finished and send the request again, with { words-attempts }.
    .step2 = If that does not help, ask the developer to reduce the number of concurrent calls.

soap-20101 = Lead key is required
    .note = The leadKey element is required but missing.
    .step1 = Ask the developer to correct the request by adding the leadKey element, with keyType and keyValue.

soap-20102 = Invalid lead key
    .note = According to the documentation, the value of keyType is invalid. The code is also returned when keyValue is null.
    .step1 = Ask the developer to set keyType to a value that LeadKeyType in the WSDL file allows and make sure that keyValue is not null.

soap-20103 = Lead not found
    .specific = No lead found for key type “{ $key_type }”
    .note = The value in leadKey matches no lead, which is a common result of a lookup. The server's message repeats the key value, which may be personal data.
    .step1 = Assume that the lead does not exist: the lookup found nothing, or there was nothing to remove.
    .step2 = If you meant to create or update the lead, set the record aside and go on with the rest.
    .step3 = If the lead should exist, ask the developer to check keyType and keyValue.

soap-20104 = Lead detail is required
    .note = The leadRecord element is required but missing.
    .step1 = Ask the developer to correct the request by adding the leadRecord element, with the lead's data.

soap-20105 = Unknown lead attribute
    .specific = Unknown lead attribute “{ $field }”
    .note = An attribute in leadRecord has a name that matches no lead field.
    .step1 = Ask the developer to correct the name in attrName or leave the attribute out.

soap-20106 = Lead sync failed
    .note = According to the response, the lead in leadRecord could not be created or updated. The code does not say why. The change may still have been carried out.
    .step1 = Do not send the request again; check whether the lead was created or updated.
    .step2 = If the lead was not created or updated, set the record aside and go on with the rest.
    .step3 = If the lead was not created or updated, contact Adobe support and send the request and the response, but remove credentials and personal data first.

soap-20107 = Invalid activity key
    .note = The activity type in activityFilter is invalid.
    .step1 = Ask the developer to set activityType in activityFilter to a value that the WSDL file allows.

soap-20108 = Lead owner not found
    .note = The value in leadKey refers to an owner that does not exist.
    .step1 = Ask the developer to correct keyType and keyValue in leadKey so that they refer to an existing lead owner.

soap-20109 = Required parameter is missing
    .note = A parameter value is null or was not given.
    .step1 = Ask the developer to set a value for every parameter that the operation requires.

soap-20110 = Invalid parameter
    .note = A value in the request cannot be used, and the server's message may say which. The code is also returned when getLeadChanges is called with more than { words-lead_keys } in LeadKeySelector, and when the parameters of requestCampaign cannot be combined.
    .step1 = Ask the developer to read the server's message and correct what it points to.
    .step2 = If the call is to getLeadChanges, ask the developer to pass at most { words-lead_keys } in LeadKeySelector.

soap-20111 = List not found
    .note = The value in listKey refers to a list that does not exist.
    .step1 = Ask the developer to correct keyType and keyValue in listKey so that they refer to an existing list.

soap-20113 = Campaign not found
    .note = The request refers to a campaign that does not exist.
    .step1 = Ask the developer to correct campaignId, or campaignName and programName, so that the request refers to an existing campaign.

soap-20114 = Invalid parameter
    .note = A value in the request cannot be used. The documentation does not say how the code differs from 20110.
    .step1 = Ask the developer to read the server's message and correct what it points to.

soap-20122 = Invalid stream position
    .note = The value in streamPosition cannot be used. It may have been made up, changed, or taken from a different call.
    .step1 = Correct the request: use the value of streamPosition or startPosition unchanged from the previous response in the same series of calls.
    .step2 = If you no longer have the value, restart the series of calls.
    .step3 = If that fails too, ask the developer to find out where the value is changed.

soap-20123 = End of stream
    .note = According to streamPosition, there are no more records to fetch. This is not an error.
    .step1 = Accept the response and go on with the records that you already have.
    .step2 = Do not send the same streamPosition or startPosition again.
