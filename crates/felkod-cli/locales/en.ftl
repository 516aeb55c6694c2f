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

# Complaints and hints on the standard error.
complaint = felkod: { $what }
unknown-code = unknown code “{ $input }”
nearest = Did you mean:
hint-read = To read a whole response, use felkod read.
no-match = No codes match.
reading-terminal = reading standard input; end it with Ctrl-D
language-nearest = The language “{ $tag }” is not supported. Did you mean { $nearest }?
language-unknown = The language “{ $tag }” is not supported. Supported languages: { $all }.
