# The page's own words. What is said about codes and responses is the catalog's; the labels of a response are the
# command's (crates/felkod-cli/locales).

language = English
site-description = Paste what Marketo said and read what to do. Every error code of the Marketo APIs, explained. Nothing leaves your browser.
skip = Skip to content
nav = Pages
nav-start = Read a response
nav-codes = All codes
nav-guides = Guides
footer = felkod { $version }. MIT or Apache-2.0. Marketo and Adobe are trademarks of their owner; felkod is an independent project.
footer-facts = The figures are Marketo's as of 2026-08-17. A subscription can have others.

# The start page.
start-title = What did Marketo say?
start-lead = Paste a response, a log, an exception, or recorded traffic (a HAR file). You see what went wrong, what to do, and whether and when to try again.
start-private = Everything happens in your browser. Nothing is sent, stored, or put into an address.
start-field = Paste here
start-placeholder = { "{" }"requestId":"e42b#14272d07d78","success":false,"errors":[{ "{" }"code":"606", …
start-file = Choose a file
start-drop = or drop it anywhere on this page
start-example = Show an example
start-clear = Clear
start-known = What do you know about the call?
start-known-hint = Only needed where the text does not say it.
start-status = HTTP status
start-wait = Retry-After header, in seconds
start-api = API
start-api-unknown = the text says it
start-request = Request
start-request-unknown = unknown
start-request-read = reads (GET, Describe, a look-up)
start-request-upsert = creates or updates (createOrUpdate)
start-request-create = creates, sends, or starts something
start-insists = Sending the request twice does no harm
start-reading = Reading …
start-no-script = To read a response here, this page needs JavaScript. Without it, look the code up in the list of all codes.
start-no-wasm = The reader could not be started in this browser. It needs WebAssembly, and a browser from 2023 or later. The list of all codes works without it.
start-failed = The text could not be read: { $error }
start-too-large = The file is larger than { $megabytes } MB. Use the command for it: felkod scan FILE
start-large = { $size } MB of text, too long for the field. The start of it:
start-common = Common codes
start-no-codes = No code at hand?
start-no-codes-text = Search all codes by what the server said.

# What was found.
found-heading = What it means
found-count =
    { $number } { $count ->
        [one] response
       *[other] responses
    } found
found-count-errors =
    { $number } { $count ->
        [one] response
       *[other] responses
    } found, { $failed } with errors
found-summary = Which errors, and how often
found-times = Number
found-more =
    Show { $count ->
        [one] one more
       *[other] { $count } more
    }
found-line = Line { $line }
found-wrapped = in { $wrapping }
found-hint-request = What to do depends on the request. If you know it, choose it under “What do you know about the call?”.
found-hint-known = If you know the HTTP status or the API, give it under “What do you know about the call?”.
found-page = Everything about { $code }
found-json = As JSON
found-copy-json = Copy the JSON
copied = Copied
copy-failed = Your browser does not allow copying. Select the text and copy it.

# Secrets.
secrets-heading = What you pasted
secrets-none = No credentials and no personal data were found in it.
secrets-failed = What you pasted could not be checked for credentials and personal data, because a part of this page did not load.
secrets-found =
    { $number } { $count ->
        [one] place has a secret or personal data. It is marked.
       *[other] places have secrets or personal data. They are marked.
    }
secrets-copy = Copy without secrets
secrets-show = Show the text with the marks
secrets-cut = Only the start is shown. “{ $button }” copies all of it.
secrets-check = Read the copy before you send it on: a program cannot know everything that is personal.

# A code's page.
code-found-by = What { $code } looks like on the wire
code-wire-note = From felkod's simulator. Marketo's texts vary; only the number identifies an error.
code-status = HTTP status { $status }
code-cases = One number, several meanings
code-cases-note = The level or the server's message tells which one applies. If neither does, the advice above applies.
code-decision = Try again?
code-decision-note = By felkod's default policy, if the same error is returned each time. Waits are shown without their random part.
code-request = Request
code-decided = What to do
code-all-requests = every request
code-limits = Limits
code-limit = Limit
code-figure = Figure
code-scope = Counted per
code-resets = Reset
code-recommended = Recommended
code-facts = Facts
code-names = What it is called
code-names-language = Language
code-names-name = Name
code-command = Command
code-replaces = Takes the place of
code-previous = Previous: { $code }
code-next = Next: { $code }
code-pages = Other codes
code-basis = Source of the advice
code-api = API
code-http = HTTP status that says the same
code-exempt = How the call counts
code-figure-unit = { $figure } { $unit }
code-figure-per = { $figure } in { $per }
code-per-day = a day
code-per-seconds = { $seconds } seconds

# The sequence of decisions.
retry-after = Try again after { $waits }
retry-same =
    Try again { $count } times, { $wait } apart
retry-growing = Try again after { $first }, { $second } … { $last }, { $count } times in all
retry-reset = Try again after the quota is reset, once
retry-day = Try again a day later, once
renew-access_token = Get a new access token and try again at once
renew-timestamp = Create a new timestamp and signature and try again at once
give-up-to = { $end }; contact { $who }
done-absent = Nothing to send again: it does not exist
done-aside = Nothing to send again: set the record aside

# Limits.
limit-calls = calls
limit-concurrent_calls = calls at the same time
limit-token = age of an access token
limit-uri = length of the URI
limit-body = size of the body
limit-import_file = size of an import file
limit-export_megabytes = exported data
limit-queued_exports = exports in the queue
limit-running_exports = exports that run
limit-queued_imports = imports in the queue
limit-running_imports = imports that run
limit-program_members = members of a program
limit-list_members = members of a list
limit-lead_keys = lead keys
limit-lead_ids = lead ids
limit-results = results
limit-days = time range
limit-bytes = size of the record
limit-secondary_attributes = secondary attributes
limit-years_ahead = years ahead
limit-clones = clones
limit-shortest_timeout = shortest timeout
limit-longest_timeout = longest timeout

# The list.
list-title = All codes
list-lead = { $count } codes of SOAP, REST, and Data Ingestion. Marketo removed the SOAP API on 2026-07-31; its codes stay for archives and migrations.
list-search = Search
list-search-hint = A number, a name, a word in English or Swedish, or the server's message.
list-any = all
list-shown =
    { $count ->
        [one] 1 code
       *[other] { $count } codes
    }
list-none = No code matches. If you have the whole response, paste it on the start page.
list-api = API
list-category = Category
list-advice = Advice
list-retry = Send it again
list-code = Code
list-meaning = Meaning
list-reset = Show all


# Guides.
guides-title = Guides
guide-decisions-code = Code
guide-decisions-read = A request that reads, or that is safe to repeat
guide-decisions-upsert = An upsert, if different
guide-decisions-create = A request that creates, sends, or starts something, if different
guide-decisions-source = Source
guide-decisions-peers = Other products
guide-soap-code = SOAP code
guide-soap-rest = REST code
guide-soap-none = none; see the advice
guide-limits-code = Code
clock-title = The next reset
clock-static = Marketo resets the daily quotas at 06:00 UTC (midnight CST), possibly at 05:00 UTC during US daylight saving time.

source-vendor = Marketo
source-inferred = felkod

peers-by = sent again by { $products }
peers-final = final in { $final }
peers-retried = sent again in { $retried }
peers-both = final in { $final }, sent again in { $retried }
peers-hangs = in others sent again until the job hangs, or never
