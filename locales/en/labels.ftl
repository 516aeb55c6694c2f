# The words of the vocabulary, then those of the command.

api-soap = SOAP
api-rest = REST
api-data_ingestion = Data Ingestion

level-fault = SOAP fault
level-http = HTTP level
level-response = response level
level-record = record level

standing-documented = documented
standing-unlisted = in none of Marketo's tables
standing-withdrawn = removed from Marketo's tables
standing-retired = retired with the SOAP API on 2026-07-31

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

advice-fix_setup = fix the setup
advice-fix_request = fix the request
advice-contact_support = contact support
advice-reduce_request = make the request smaller
advice-wait_for_quota_reset = wait until the quota is reset
advice-reauthenticate = authenticate again
advice-wait_for_queue = wait until a job in the queue has ended
advice-wait_for_rate_window = wait until the rate window has passed
advice-wait_for_slot = wait until a running call has returned
advice-backoff = try again with longer and longer waits
advice-treat_as_absent = treat it as absent
advice-accept = accept the answer

applied-no = not carried out
applied-maybe = may have been carried out

retry-yes = yes, once the advice is followed
retry-if_idempotent = only if carrying it out twice does no harm
retry-after_reset = yes, but not before the quota is reset
retry-no = no

escalate_to-developer = the developer
escalate_to-admin = the Marketo administrator
escalate_to-account_manager = your account manager at Adobe
escalate_to-support = Adobe support

basis-vendor = according to Marketo
basis-inferred = inferred by felkod

exempt_from_quota-yes = not counted against daily quota and rate limit
exempt_from_quota-not_documented = not documented

grade-exact = exact counterpart
grade-closest = closest counterpart

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

resets-midnight_cst = 00:00 CST (midnight, US Central time)
resets-not_documented = not documented

outcome-success = no error
outcome-partial = carried out in part
outcome-error = error
outcome-unrecognized = no readable answer from Marketo

remark-cut = The end of the body is missing. There may have been more errors.
remark-trailing_data = More data follow the answer. They were not read.
remark-malformed = The body is not well-formed. It was read up to the first fault.
remark-invalid_text = Some characters were invalid and were replaced.
remark-duplicate_key = A key occurs twice in the same object.
remark-codes_disagree = The code element and the faultstring give different codes. The one in the code element is used.
remark-too_large = The body is larger than the limit. Only its start was read.
remark-too_deep = The elements are nested deeper than the limit. The rest was not read.
remark-too_many_findings = There are more errors than the limit allows. The rest were only counted.
remark-dtd_refused = The document has a DTD, which is not allowed. The rest was not read.

cli-server-said = Server's text
cli-what = Explanation
cli-remedy = What to do
cli-retry = Try again
cli-advice = Advice
cli-category = Category
cli-applied = Request
cli-escalate-to = Hand over to
cli-http-equivalent = HTTP equivalent
cli-fields = Fields
cli-in-rest = In REST
cli-standing = Status
cli-quota = Quota
cli-case = Case
cli-code = Code
cli-message = Meaning
cli-warning = Warning
cli-unknown-title = Unknown code
cli-unknown-note = felkod does not know this code. The server's text is all there is.
cli-no-code-title = No code
cli-no-code-note = The server gave no code. Its text is all there is.
cli-request-id = request { $id }
cli-closest = closest
cli-unknown-code = unknown code “{ $input }”
cli-nearest = Nearest known codes:
cli-no-finding = The server reported a failure but gave no error code.
cli-nothing = The body is not an answer from any of the Marketo APIs that felkod knows.
cli-no-such-record = Nothing is said about result[{ $record }].
cli-no-match = No code matches.
cli-name = Name
cli-count = { NUMBER($count) } × { $code }
