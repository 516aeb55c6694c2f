# The command's own strings: labels of rows, headings, hints and complaints. What felkod says about codes and the words
# of the vocabulary are the catalog's.

separator = ,

# Labels of rows.
label-server = Server message
label-explanation = Explanation
label-remedy = What to do
label-applied = Request
label-retry = Try again?
label-escalate-to = Contact
label-replaced-by = REST equivalent
label-standing = Documentation
label-fields = Fields
label-quota = Quota
label-applies = Applies when
label-warning = Warning
label-code = Code
label-message = Meaning
label-category = Category
label-advice = Advice

# Parts of rows.
all-closest = { $codes } (closest)
one-exact = { $code } (exact)
one-closest = { $code } (closest)
in-records = { $records }: { $text }
more = … and { $count } more
applies-level =
    { $level ->
        [record] the error is about a single record
        [response] the error is about the whole call
        [http] the error comes with the HTTP status
       *[fault] the error is a SOAP fault
    }
applies-contains = the server's message contains { $phrases }
applies-is = the server's message is { $phrases }
applies-is-or-missing = the server's message is { $phrases } or missing
quoted = “{ $text }”
or = { $first } or { $second }

# The page of a response.
request-id = requestId { $id }
nothing-found = nothing found
no-such-record = The response reports nothing for result[{ $record }]
no-finding = The server reported a failure but gave no error code.
empty = The body is empty.
unrecognized = The body is not a response from any of the Marketo APIs in the catalog.
hint-status = If you know the HTTP status, add --status.
hint-known = If you know the HTTP status or the API, add --status or --api. If every line is a response, add --lines.
hint-lines = If every line is a response, add --lines.
soap-removed = Marketo removed the SOAP API on { $date }.
server-wait =
    The server asks the client to wait { $number } { $seconds ->
        [one] second
       *[other] seconds
    } (Retry-After).
left-out =
    { $number } more { $count ->
        [one] error or warning is
       *[other] errors and warnings are
    } not shown.
counts-left-out =
    { $number } more { $count ->
        [one] code is
       *[other] codes are
    } not shown.
count = { $count } × { $code } · { $title }
case = Case { $name }

# What to do next.
label-decision = Decision
decision-done = There is nothing to send again
decision-retry = Try again { $wait }, at most { $attempts } attempts in all
decision-again = Try again { $wait }
decision-renew =
    { $api ->
        [soap] Create a new timestamp and signature, and send the request again
       *[other] Get a new access token and send the request again
    }
decision-reduce = Split the request and send the parts
decision-reduce-to =
    Split the request and send parts of at most { $number } { $unit ->
        [days] { $count ->
            [one] day
           *[other] days
        }
        [bytes] { $count ->
            [one] byte
           *[other] bytes
        }
       *[records] { $count ->
            [one] record
           *[other] records
        }
    }
decision-resend = Send { $records } again { $wait }, at most { $attempts } attempts in all
decision-resend-again = Send { $records } again { $wait }
decision-set-aside = { $decision }; set { $records } aside
decision-give-up =
    Stop: { $reason ->
        [fix_request] the request has to be corrected
        [fix_setup] a setting, a permission, or the credentials have to be changed
        [contact_support] Adobe support has to help
        [attempts_used_up] the attempts are used up
        [wait_too_long] the wait would be too long
        [deadline] the next attempt would come too late
        [may_have_been_applied] the request may have been carried out
        [quota] the quota is used up
        [retry_budget] too many other calls are failing
       *[unknown_code] it is not known whether trying again helps
    }
hint-request = If you know the request, add --request; if sending it twice does no harm, add --idempotent.
of-request = { $decision } ({ $request })
request-read = read
request-upsert = upsert
request-create = create
wait-none = at once
wait-for = in { $time }
wait-until = at { $hour }:{ $minute } UTC
seconds = { $number } s
minutes = { $number } min
hours = { $number } h
hours-and-minutes = { $hours } h { $minutes } min

# When the daily quotas are reset.
quota-heading = Next reset of the daily quotas
quota-note = Marketo resets them at 00:00 CST (midnight, US Central time).
quota-unsure = It is not documented whether US daylight saving time counts, so the reset can come an hour earlier.
quota-no-zone = The time zone of this system is not known.
label-reset = Reset
label-earliest = Earliest
label-latest = Latest
label-wait = Time left
date-and-time = { $date } { $hour }:{ $minute }
utc = { $time } UTC
local = { $time } local time ({ $zone })

# One response a line, and the summary of several.
more-errors =
    { $number } more { $count ->
        [one] error
       *[other] errors
    }
summary =
    { $number } { $count ->
        [one] response
       *[other] responses
    }: { $failed } with errors, { $unreadable } unreadable
summary-row = { $count } × { $title }
summary-other = other codes

# The errors in files.
label-seen = Seen
label-example = Example
scan-files =
    { $number } { $count ->
        [one] file
       *[other] files
    }
scan-answers =
    { $number } { $count ->
        [one] response
       *[other] responses
    }
scan-calls =
    { $number } failed { $count ->
        [one] call
       *[other] calls
    }
scan-records =
    { $number } failed { $count ->
        [one] record
       *[other] records
    }
scan-span = { $first } to { $last }
scan-nothing = No response from Marketo was found.
scan-by-hour = By hour
scan-by-day = By day
scan-by-file = By file
scan-title = Errors of the Marketo APIs
scan-codes = Errors, the most frequent first
scan-unreadable = Not read to the end
scan-details = The figures
scan-head-start = From
scan-head-file = File
scan-head-answers = Responses
scan-head-calls = Failed calls
scan-head-records = Failed records
scan-highest = Highest column: { $number }
scan-interrupted = The scan was interrupted. Only what was read until then is counted.
no-time = “{ $time }” is not a date or a time, such as 2026-08-17 or 2026-08-17T09:00:00Z.

# A zip for a support case.
bundle-title = Errors of the Marketo APIs, for a support case
bundle-made = Made with felkod { $version } (Marketo's documentation as of { $date }).
bundle-marks = A mark such as REDACTED-email-9f3a2c1d-17 stands in place of a secret or of personal data: the kind, a hash, and the length. The same value has the same mark.
bundle-zone = The times in logs count as UTC where they name no time zone.
bundle-part = { $entry }: { $says }
bundle-exchanges =
    { $number } { $count ->
        [one] request
       *[other] requests
    }
bundle-lines =
    { $number } { $count ->
        [one] line
       *[other] lines
    }
bundle-wrong =
    { $number } { $count ->
        [one] call
       *[other] calls
    } went wrong
bundle-nothing-wrong = No errors were found.
bundle-course = What happened
bundle-attempt = attempt { $number }
bundle-exchange = { $entry }, request { $number }
bundle-line = { $entry }, line { $number }
bundle-failure =
    { $failure ->
        [refused] No connection to the server
        [tls] TLS failed
        [timed_out_before_sending] Timeout before the request was sent
        [timed_out_after_sending] Timeout after the request was sent
       *[connection_lost] The connection was lost
    }
bundle-bodies = Bodies left out: { $number } (not text, compressed, too large, or not recorded).
bundle-broken = Unfinished lines left out: { $number }.
bundle-removed = Removed
bundle-nothing-removed = No secrets were found to remove
bundle-exists = { $file } already exists and is not overwritten
bundle-interrupted = interrupted; nothing is written
label-contents = Contents
label-outcome = Outcome
label-response = Response

# Complaints and hints on the standard error.
complaint = felkod: { $what }
unknown-code = unknown code “{ $input }”
no-listening = cannot listen on { $host } port { $port }: { $error }
simulator-exposed = every computer that reaches { $host } can use the simulator; it has no password
unreadable = cannot read { $file }: { $error }
not-text = cannot read { $file }: it is not text
unwritable = cannot write { $file }: { $error }
unwritable-output = cannot write: { $error }
ignored = Only the codes in “{ $input }” are explained. The other words are ignored.
nearest = Did you mean:
hint-read = To read a whole response, use felkod read.
no-match = No codes match.
reading-terminal = reading standard input; end it with Ctrl-D
language-nearest = The language “{ $tag }” is not supported. Did you mean { $nearest }?
language-unknown = The language “{ $tag }” is not supported. Supported languages: { $all }.
