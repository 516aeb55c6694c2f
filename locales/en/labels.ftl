# The words of the vocabulary, what is said where there is no code, and the words that texts share.

api-soap = SOAP
api-rest = REST
api-data_ingestion = Data Ingestion

level-fault = SOAP fault
level-http = HTTP level
level-response = response level
level-record = record level
level-job = bulk job

standing-documented = documented
standing-unlisted = not in Marketo's tables
standing-withdrawn = removed from Marketo's tables
standing-retired = retired; the SOAP API was removed on 2026-07-31
standing-generic = defined by HTTP, not by Marketo

category-authentication = authentication
category-permission = permission
category-not_enabled = not enabled
category-throttling = throttling
category-quota = quota
category-invalid_request = invalid request
category-too_large = too large or too long
category-unsupported = not supported
category-not_found = not found
category-already_exists = already exists
category-precondition = precondition not met
category-conflict = conflict
category-timeout = timeout
category-unavailable = unavailable
category-internal = internal error
category-end_of_data = end of data
category-no_change = no change

advice-fix_setup = stop until someone has fixed the cause
advice-fix_request = correct the request
advice-contact_support = contact Adobe support
advice-reduce_request = reduce the request
advice-wait_for_quota_reset = wait until the quota is reset
advice-reauthenticate = authenticate again
advice-wait_for_queue = wait until a job has finished
advice-wait_for_rate_window = wait until the time window has passed
advice-wait_for_slot = wait until a call in progress has finished
advice-backoff = try again, waiting longer each time
advice-treat_as_absent = assume that it is not there
advice-accept = accept the response

applied-no = not carried out
applied-maybe = may have been carried out

retry-yes = yes, following the instructions
retry-if_idempotent = only if carrying it out twice does no harm
retry-after_reset = yes, but not before the quota is reset
retry-no = no

escalate_to-developer = the developer
escalate_to-admin = the Marketo administrator
escalate_to-account_manager = your account manager at Adobe
escalate_to-support = Adobe support

basis-vendor = according to Marketo
basis-inferred = inferred, not documented

exempt_from_quota-yes = does not count against the daily quota or the rate limit
exempt_from_quota-not_documented = not documented

grade-exact = exact equivalent
grade-closest = closest equivalent

unit-bytes = bytes
unit-kilobytes = KB
unit-megabytes = MB
unit-seconds = seconds
unit-days = days
unit-years = years

scope-record = record
scope-request = request
scope-bulk_import_file = bulk import file
scope-activity_type = activity type
scope-endpoint = endpoint
scope-instance = instance
scope-subscription = subscription

wait_at_least-endpoint_timeout = the endpoint's timeout

resets-midnight_cst = 00:00 CST (midnight, US Central time)
resets-not_documented = not documented

outcome-success = no error
outcome-partial = errors in records
outcome-error = error
outcome-unrecognized = the response could not be interpreted

remark-cut = The end of the body is missing. There may have been more errors.
remark-trailing_data = More data follows the response; it was not read.
remark-malformed = The body is malformed. Some of it may not have been read.
remark-invalid_text = Some characters were invalid and were replaced.
remark-duplicate_key = A key occurs twice in the same object.
remark-codes_disagree = The code element and the faultstring give different codes. The one in the code element is used.
remark-too_large = The body is larger than the limit. Only its start was read.
remark-too_deep = The elements are nested more deeply than the limit allows. The rest was not read.
remark-too_many_findings = There are more errors than the limit allows. The rest were only counted.
remark-dtd_refused = The document has a DTD, which is not allowed. The rest was not read.
remark-status_disagrees = The HTTP status says that the call failed, but the body says that it succeeded. The body was used.
remark-several_answers = The text has several responses. The first that failed is shown, or else the first.

# What is said where there is no code.

unknown-code = Unknown code
    .note = The code is not in the catalog.
    .step1 = If the call creates or updates something, check that it has not already taken effect before you send it again.
    .step2 = Read the server's message and act on it; if it does not help, contact the developer.

unknown-no_code = No code
    .note = The response contains no error code.
    .step1 = If the call creates or updates something, check that it has not already taken effect before you send it again.
    .step2 = Read the server's message and act on it; if it does not help, contact the developer.

unknown-job_failed = Bulk job failed
    .note = The call succeeded, but the job it asked about has the status Failed.
    .step1 = Correct the file or the filter of the job, and create a new job.
    .step2 = The server's message in the job's status says what to correct, if it has one.

unknown-job_rows_failed = Some rows of the bulk import failed
    .specific = Bulk import: failed rows: { NUMBER($rows_failed) }
    .note = The job has ended. The other rows were imported.
    .step1 = Get failures.json of the job: it has each failed row and the reason.
    .step2 = Correct these rows and import only them again.

unknown-status_false = The list operation says false for the lead
    .note = For a question of membership, false is an answer: the lead is not in the list. For adding or removing, the lead was not added or removed.
    .step1 = If the call asked whether the lead is in the list, go on.
    .step2 = If the call tried to add or remove the lead, set it aside, and ask the developer to check the lead and the list.

# Words that texts share. The figures are arguments.

words-again =
    { $attempts ->
        [2] once more
       *[other] again, at most { NUMBER($attempts) } attempts in all
    }
words-attempts =
    { $attempts ->
        [one] at most { NUMBER($attempts) } attempt in all
       *[other] at most { NUMBER($attempts) } attempts in all
    }
words-minutes =
    { $minutes ->
        [one] { NUMBER($minutes) } minute
       *[other] { NUMBER($minutes) } minutes
    }
words-seconds =
    { $seconds ->
        [one] { NUMBER($seconds) } second
       *[other] { NUMBER($seconds) } seconds
    }
words-calls =
    { $calls ->
        [one] { NUMBER($calls) } call
       *[other] { NUMBER($calls) } calls
    }
words-recommended =
    { $recommended ->
        [one] { NUMBER($recommended) } call
       *[other] { NUMBER($recommended) } calls
    }
words-days =
    { $days ->
        [one] { NUMBER($days) } day
       *[other] { NUMBER($days) } days
    }
words-token =
    { $token ->
        [one] { NUMBER($token) } second
       *[other] { NUMBER($token) } seconds
    }
words-concurrent =
    { $concurrent_calls ->
        [one] { NUMBER($concurrent_calls) } concurrent call
       *[other] { NUMBER($concurrent_calls) } concurrent calls
    }
words-lead_keys =
    { $lead_keys ->
        [one] { NUMBER($lead_keys) } lead
       *[other] { NUMBER($lead_keys) } leads
    }
words-results =
    { $results ->
        [one] { NUMBER($results) } lead
       *[other] { NUMBER($results) } leads
    }
words-list_members =
    { $list_members ->
        [one] { NUMBER($list_members) } lead
       *[other] { NUMBER($list_members) } leads
    }
words-queued_imports =
    { $queued_imports ->
        [one] { NUMBER($queued_imports) } import
       *[other] { NUMBER($queued_imports) } imports
    }
words-clones =
    { $clones ->
        [one] { NUMBER($clones) } time
       *[other] { NUMBER($clones) } times
    }
words-secondary_attributes =
    { $secondary_attributes ->
        [one] { NUMBER($secondary_attributes) } secondary attribute
       *[other] { NUMBER($secondary_attributes) } secondary attributes
    }
words-queued_exports =
    { $queued_exports ->
        [one] { NUMBER($queued_exports) } Bulk Extract job
       *[other] { NUMBER($queued_exports) } Bulk Extract jobs
    }
words-years_ahead =
    { $years_ahead ->
        [one] { NUMBER($years_ahead) } year
       *[other] { NUMBER($years_ahead) } years
    }
words-bytes =
    { $bytes ->
        [one] { NUMBER($bytes) } byte
       *[other] { NUMBER($bytes) } bytes
    }
words-lead_ids =
    { $lead_ids ->
        [one] { NUMBER($lead_ids) } ID
       *[other] { NUMBER($lead_ids) } IDs
    }
