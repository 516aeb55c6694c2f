# Kommandots egna texter: etiketter, rubriker, tips och klagomål. Det som felkod säger om koder och vokabulärens ord
# finns i katalogen.

separator = { "\u00A0" }

# Etiketter.
label-server = Serverns meddelande
label-explanation = Förklaring
label-remedy = Gör så här
label-applied = Begäran
label-retry = Försöka igen?
label-escalate-to = Vänd dig till
label-replaced-by = Motsvarar i REST
label-standing = Kodens status
label-fields = Fält
label-quota = Kvot
label-applies = Gäller när
label-warning = Varning
label-code = Kod
label-message = Betydelse
label-category = Kategori
label-advice = Råd

# Delar av rader.
all-closest = { $codes } (ungefärlig motsvarighet)
one-exact = { $code } (exakt)
one-closest = { $code } (ungefärlig motsvarighet)
in-records = { $records }: { $text }
more = … och { $count } till
applies-level =
    { $level ->
        [record] felet gäller en enskild post
        [response] felet gäller hela anropet
        [http] felet följer med HTTP-statusen
       *[fault] felet är ett SOAP-fel
    }
applies-contains = serverns meddelande innehåller { $phrases }
applies-is = serverns meddelande är { $phrases }
applies-is-or-missing = serverns meddelande är { $phrases } eller saknas
quoted = ”{ $text }”
or = { $first } eller { $second }

# Sidan om ett svar.
request-id = requestId { $id }
nothing-found = inget hittades
no-such-record = svaret nämner inget fel för result[{ $record }]
no-finding = Servern rapporterade ett fel men angav ingen felkod.
empty = Bodyn är tom.
unrecognized = Bodyn är inte ett svar från något av de Marketo-API:er som finns i katalogen.
hint-status = Om du vet HTTP-statusen, lägg till --status.
hint-known = Om du vet HTTP-statusen eller API:et, lägg till --status eller --api. Om varje rad är ett svar, lägg till --lines.
hint-lines = Om varje rad är ett svar, lägg till --lines.
soap-removed = Marketo tog bort SOAP-API:et { $date }.
server-wait =
    Servern ber klienten att vänta { $number } { $seconds ->
        [one] sekund
       *[other] sekunder
    } (Retry-After).
left-out =
    Ytterligare { $number } { $count ->
        [one] fel eller varning
       *[other] fel och varningar
    } visas inte.
counts-left-out =
    Ytterligare { $number } { $count ->
        [one] kod
       *[other] koder
    } visas inte.
count = { $count } × { $code } · { $title }
case = Fall { $name }

# Ett svar per rad, och sammanfattningen av flera.
more-errors = { $number } fel till
summary =
    { $number } svar: { $failed } med fel, { $unreadable } { $of_those ->
        [one] oläsbart
       *[other] oläsbara
    }
summary-row = { $count } × { $title }
summary-other = andra koder

# Klagomål och tips på standardfel.
complaint = felkod: { $what }
unknown-code = okänd kod ”{ $input }”
nearest = Menade du:
hint-read = Använd felkod read för att läsa ett helt svar.
no-match = Ingen kod matchar.
reading-terminal = läser från standard in; avsluta med Ctrl-D
language-nearest = Det finns inga texter på språket ”{ $tag }”. Menade du { $nearest }?
language-unknown = Det finns inga texter på språket ”{ $tag }”. Språk som finns: { $all }.
