# Vokabulärens ord, därefter kommandots.

api-soap = SOAP
api-rest = REST
api-data_ingestion = Data Ingestion

level-fault = SOAP-fel
level-http = HTTP-nivå
level-response = svarsnivå
level-record = postnivå

standing-documented = dokumenterad
standing-unlisted = finns inte i någon av Marketos tabeller
standing-withdrawn = borttagen ur Marketos tabeller
standing-retired = avvecklad med SOAP-API:et 2026-07-31

category-authentication = autentisering
category-permission = behörighet
category-not_enabled = inte aktiverat
category-throttling = tillfällig begränsning
category-quota = kvot
category-invalid_request = ogiltig begäran
category-too_large = för stort eller för långt
category-unsupported = stöds inte
category-not_found = hittades inte
category-already_exists = finns redan
category-precondition = förutsättning saknas
category-conflict = konflikt
category-timeout = överskriden tidsgräns
category-unavailable = inte tillgängligt
category-internal = internt fel
category-end_of_data = slut på data
category-no_change = ingen ändring

advice-fix_setup = rätta inställningarna
advice-fix_request = rätta begäran
advice-contact_support = kontakta supporten
advice-reduce_request = gör begäran mindre
advice-wait_for_quota_reset = vänta tills kvoten nollställs
advice-reauthenticate = autentisera på nytt
advice-wait_for_queue = vänta tills ett jobb i kön är klart
advice-wait_for_rate_window = vänta tills tidsfönstret har passerat
advice-wait_for_slot = vänta tills ett pågående anrop är klart
advice-backoff = försök igen med allt längre väntetid
advice-treat_as_absent = utgå från att det inte finns
advice-accept = godta svaret

applied-no = inte utförd
applied-maybe = kan ha utförts

retry-yes = ja, när rådet har följts
retry-if_idempotent = bara om det inte skadar att begäran utförs två gånger
retry-after_reset = ja, men inte förrän kvoten har nollställts
retry-no = nej

escalate_to-developer = utvecklaren
escalate_to-admin = Marketo-administratören
escalate_to-account_manager = din kundansvariga hos Adobe (account manager)
escalate_to-support = Adobes support

basis-vendor = enligt Marketo
basis-inferred = felkods slutsats

exempt_from_quota-yes = räknas inte mot dygnskvot och anropsgräns
exempt_from_quota-not_documented = inte dokumenterat

grade-exact = exakt motsvarighet
grade-closest = närmaste motsvarighet

unit-bytes = byte
unit-kilobytes = kB
unit-megabytes = MB
unit-seconds = sekunder
unit-days = dagar
unit-years = år

scope-record = post
scope-request = begäran
scope-bulk_import_file = importfil
scope-activity_type = aktivitetstyp
scope-endpoint = slutpunkt
scope-instance = instans
scope-subscription = prenumeration

resets-midnight_cst = kl. 00.00 CST (midnatt, amerikansk centraltid)
resets-not_documented = inte dokumenterat

outcome-success = inget fel
outcome-partial = delvis utfört
outcome-error = fel
outcome-unrecognized = inget läsbart svar från Marketo

remark-cut = Slutet av bodyn saknas. Det kan ha funnits fler fel.
remark-trailing_data = Efter svaret följer fler data. De lästes inte.
remark-malformed = Bodyn är felaktigt uppbyggd. Den lästes fram till det första felet.
remark-invalid_text = Några tecken var ogiltiga och byttes ut.
remark-duplicate_key = En nyckel förekommer två gånger i samma objekt.
remark-codes_disagree = Elementen code och faultstring anger olika koder. Den i code används.
remark-too_large = Bodyn är större än gränsen. Bara början lästes.
remark-too_deep = Elementen är djupare nästlade än gränsen. Resten lästes inte.
remark-too_many_findings = Det finns fler fel än gränsen tillåter. Resten räknades bara.
remark-dtd_refused = Dokumentet har en DTD, vilket inte är tillåtet. Resten lästes inte.

cli-server-said = Serverns text
cli-what = Förklaring
cli-remedy = Gör så här
cli-retry = Nytt försök
cli-advice = Råd
cli-category = Kategori
cli-applied = Begäran
cli-escalate-to = Lämnas till
cli-http-equivalent = Motsvarar HTTP
cli-fields = Fält
cli-in-rest = I REST
cli-standing = Status
cli-quota = Kvot
cli-case = Fall
cli-code = Kod
cli-message = Betydelse
cli-warning = Varning
cli-unknown-title = Okänd kod
cli-unknown-note = felkod känner inte till koden. Serverns text är allt som finns.
cli-no-code-title = Kod saknas
cli-no-code-note = Servern angav ingen kod. Serverns text är allt som finns.
cli-request-id = begäran { $id }
cli-closest = närmast
cli-unknown-code = okänd kod ”{ $input }”
cli-nearest = Närmaste kända koder:
cli-no-finding = Servern rapporterade ett fel men angav ingen felkod.
cli-nothing = Bodyn är inte ett svar från något av de Marketo-API:er som felkod känner till.
cli-no-such-record = Inget sägs om result[{ $record }].
cli-no-match = Ingen kod matchar.
cli-name = Namn
cli-count = { NUMBER($count) } × { $code }
