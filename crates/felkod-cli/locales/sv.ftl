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
        [http] felet framgår av HTTP-statusen
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
hint-known = Om du vet HTTP-statusen eller vilket API det gäller, lägg till --status eller --api. Om varje rad är ett svar, lägg till --lines.
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

# Vad som ska göras nu.
label-decision = Beslut
decision-done = Inget behöver skickas igen
decision-retry = Försök igen { $wait }, högst { $attempts } försök totalt
decision-again = Försök igen { $wait }
decision-renew =
    { $api ->
        [soap] Skapa en ny tidsstämpel och en ny signatur och skicka begäran igen
       *[other] Hämta en ny token och skicka begäran igen
    }
decision-reduce = Dela upp begäran och skicka delarna
decision-reduce-to =
    Dela upp begäran och skicka delar på högst { $number } { $unit ->
        [days] { $count ->
            [one] dag
           *[other] dagar
        }
        [bytes] byte
       *[records] { $count ->
            [one] post
           *[other] poster
        }
    }
decision-resend = Skicka { $records } igen { $wait }, högst { $attempts } försök totalt
decision-resend-again = Skicka { $records } igen { $wait }
decision-set-aside = { $decision }; lägg { $records } åt sidan
decision-give-up =
    Avbryt: { $reason ->
        [fix_request] begäran måste rättas
        [fix_setup] en inställning, en behörighet eller inloggningsuppgifterna måste ändras
        [contact_support] Adobes support behöver hjälpa till
        [attempts_used_up] försöken är slut
        [wait_too_long] väntan skulle bli för lång
        [deadline] nästa försök skulle komma för sent
        [may_have_been_applied] begäran kan redan ha utförts
        [quota] kvoten är förbrukad
        [retry_budget] för många andra anrop misslyckas
       *[unknown_code] det är okänt om det hjälper att försöka igen
    }
hint-request = Om du vet vilken begäran det var, lägg till --request; om det är ofarligt att skicka den två gånger, lägg till --idempotent.
of-request = { $decision } ({ $request })
request-read = läsning
request-upsert = upsert
request-create = skapande
wait-none = genast
wait-for = om { $time }
wait-until = kl. { $hour }.{ $minute } UTC
seconds = { $number } s
minutes = { $number } min
hours = { $number } h
hours-and-minutes = { $hours } h { $minutes } min

# När dygnskvoterna nollställs.
quota-heading = Nästa nollställning av dygnskvoterna
quota-note = Marketo nollställer dem kl. 00.00 CST (midnatt, amerikansk centraltid).
quota-unsure = Det är inte dokumenterat om amerikansk sommartid räknas, så nollställningen kan komma en timme tidigare.
quota-no-zone = Systemets tidszon är okänd.
label-reset = Nollställning
label-earliest = Tidigast
label-latest = Senast
label-wait = Tid kvar
date-and-time = { $date } kl. { $hour }.{ $minute }
utc = { $time } UTC
local = { $time } lokal tid ({ $zone })

# Ett svar per rad, och sammanfattningen av flera.
more-errors = { $number } fel till
summary =
    { $number } svar: { $failed } med fel, { $unreadable } { $of_those ->
        [one] oläsbart
       *[other] oläsbara
    }
summary-row = { $count } × { $title }
summary-other = andra koder

# Felen i filer.
label-seen = Tid
label-example = Exempel
scan-files =
    { $number } { $count ->
        [one] fil
       *[other] filer
    }
scan-answers = { $number } svar
scan-calls =
    { $number } { $count ->
        [one] misslyckat anrop
       *[other] misslyckade anrop
    }
scan-records =
    { $number } { $count ->
        [one] misslyckad post
       *[other] misslyckade poster
    }
scan-span = { $first } till { $last }
scan-nothing = Inget svar från Marketo hittades.
scan-by-hour = Per timme
scan-by-day = Per dag
scan-by-file = Per fil
scan-title = Fel från Marketos API:er
scan-codes = Felen, det vanligaste först
scan-unreadable = Inte lästa till slutet
scan-details = Siffrorna
scan-head-start = Från
scan-head-file = Fil
scan-head-answers = Svar
scan-head-calls = Misslyckade anrop
scan-head-records = Misslyckade poster
scan-highest = Högsta stapeln: { $number }
scan-interrupted = Genomsökningen avbröts. Bara det som hann läsas är räknat.
no-time = ”{ $time }” är varken ett datum eller en tid, till exempel 2026-08-17 eller 2026-08-17T09:00:00Z.

# En zip-fil till ett supportärende.
bundle-title = Fel från Marketos API:er, underlag till ett supportärende
bundle-made = Skapat med felkod { $version } (Marketos dokumentation från { $date }).
bundle-marks = En markering som REDACTED-email-9f3a2c1d-17 ersätter en hemlighet eller en personuppgift: slag, hash och längd. Samma värde har samma markering.
bundle-zone = Tider i loggar räknas som UTC när de inte anger någon tidszon.
bundle-part = { $entry }: { $says }
bundle-exchanges = { $number } anrop
bundle-lines =
    { $number } { $count ->
        [one] rad
       *[other] rader
    }
bundle-wrong = { $number } anrop gick fel
bundle-nothing-wrong = Inga fel hittades.
bundle-course = Händelseförlopp
bundle-attempt = försök { $number }
bundle-exchange = { $entry }, anrop { $number }
bundle-line = { $entry }, rad { $number }
bundle-failure =
    { $failure ->
        [refused] Ingen anslutning till servern
        [tls] TLS misslyckades
        [timed_out_before_sending] Timeout innan begäran hade skickats
        [timed_out_after_sending] Timeout efter att begäran hade skickats
       *[connection_lost] Anslutningen bröts
    }
bundle-bodies = Utelämnade bodyer: { $number } (inte text, komprimerade, för stora eller inte inspelade).
bundle-broken = Utelämnade ofullständiga rader: { $number }.
bundle-removed = Borttaget
bundle-nothing-removed = Inga hemligheter att ta bort hittades
bundle-exists = { $file } finns redan och skrivs inte över
bundle-interrupted = avbrutet; inget har skrivits
label-contents = Innehåll
label-outcome = Utfall
label-response = Svar

# Klagomål och tips på standardfel.
complaint = felkod: { $what }
unknown-code = okänd kod ”{ $input }”
no-listening = kan inte lyssna på { $host } port { $port }: { $error }
simulator-exposed = alla datorer som når { $host } kan använda simulatorn; den har inget lösenord
unreadable = kan inte läsa { $file }: { $error }
not-text = kan inte läsa { $file }: filen är inte text
unwritable = kan inte skriva { $file }: { $error }
unwritable-output = kan inte skriva: { $error }
ignored = Bara koderna i ”{ $input }” förklaras. De andra orden ignoreras.
nearest = Menade du:
hint-read = Använd felkod read för att läsa ett helt svar.
no-match = Ingen kod matchar.
reading-terminal = läser från standard in; avsluta med Ctrl-D
language-nearest = Det finns inga texter på språket ”{ $tag }”. Menade du { $nearest }?
language-unknown = Det finns inga texter på språket ”{ $tag }”. Språk som finns: { $all }.
