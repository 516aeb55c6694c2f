# Fel i REST-API:et, ett meddelande per kod, följt av kodens fall.

rest-400 = Ogiltig begäran (Bad Request)
    .note = I HTTP betyder statusen att något i begäran är fel, till exempel syntaxen, och att servern därför inte behandlar den. Svaret kan komma från en gateway eller proxy framför Marketo.
    .step1 = Be utvecklaren jämföra URL:en, headrarna och bodyn med dokumentationen för slutpunkten och rätta begäran.

rest-401 = Klientens autentiseringsuppgifter är ogiltiga
    .note = Identity-slutpunkten godtar inte client_id eller client_secret. Efter ett byte av uppgifterna kan anropen först ge 601. Därefter avvisas begäran om en ny token.
    .step1 = Avbryt: begär inga fler token.
    .step2 = Kontrollera att client_id och client_secret är fullständiga och hör till den här instansen.
    .step3 = Om client_id och client_secret stämmer, be Marketo-administratören om giltiga autentiseringsuppgifter.

rest-403 = Åtkomst nekad (Forbidden)
    .note = Servern, eller en gateway eller proxy på vägen, förstod begäran men vägrar att utföra den. En IP-begränsning kan vara orsaken.
    .step1 = Avbryt tills någon har sett till att anropet släpps igenom.
    .step2 = Be Marketo-administratören kontrollera tillåtelselistan under Admin > Web Services > IP Restrictions och ta reda på om en gateway eller proxy på vägen nekar åtkomst.

rest-404 = Adressen hittades inte (Not Found)
    .note = På den adress som begäran skickades till finns ingenting. Statusen betyder inte att en post saknas. Svaret kan komma från en gateway eller proxy framför Marketo.
    .step1 = Be utvecklaren kontrollera värdnamnet och sökvägen och rätta URL:en.

rest-405 = HTTP-metoden är inte tillåten (Method Not Allowed)
    .note = Adressen godtar inte begärans metod. Svarets Allow-header kan ange vilka metoder som godtas. Svaret kan komma från en gateway eller proxy framför Marketo.
    .step1 = Be utvecklaren kontrollera URL:en och ange den metod som står i slutpunktens dokumentation.

rest-408 = Begäran kom inte fram i tid (Request Timeout)
    .note = Servern, eller en gateway eller proxy på vägen, fick inte hela begäran innan den slutade vänta. Begäran kan ändå ha utförts.
    .step1 = Om anropet skapar eller uppdaterar något, kontrollera före varje försök att det inte redan har utförts.
    .step2 = Försök igen med allt längre väntetid, { words-attempts }.
    .step3 = Om det inte hjälper, rapportera felet till Adobes support.

rest-413 = Begäran är för stor
    .note = Gränsen är { NUMBER($body) } MB för bodyn i en begäran och { NUMBER($import_file) } MB för en importfil (Bulk Import).
    .step1 = Minska begäran: dela upp posterna på flera anrop, eller importfilen på flera importer.
    .step2 = Om en enda post är för stor, lägg den åt sidan och fortsätt med resten.
    .step3 = Be utvecklaren förkorta värdena i de poster som är för stora.

rest-414 = Begärans URI är för lång
    .note = Gränsen är { NUMBER($uri) } kB. Orsaken är oftast många eller långa värden i filterValues.
    .step1 = Minska begäran: skicka den som POST med Content-Type application/x-www-form-urlencoded, med frågesträngen i bodyn och bara _method=GET kvar i URL:en.
    .step2 = Om det inte går, dela upp värdena i filterValues på flera anrop.
    .step3 = Om det inte hjälper, kontakta utvecklaren.

rest-415 = Medietypen stöds inte (Unsupported Media Type)
    .note = Bodyn i begäran har ett format som inte godtas. Det kan bero på headern Content-Type eller Content-Encoding. Svaret kan komma från en gateway eller proxy framför Marketo.
    .step1 = Be utvecklaren rätta Content-Type och Content-Encoding så att de stämmer med bodyn och med dokumentationen för slutpunkten.

rest-429 = För många anrop (Too Many Requests)
    .note = Servern, eller en gateway eller proxy på vägen, avvisar för tillfället fler anrop. Svarets Retry-After-header kan ange hur länge.
    .step1 = Om svaret har headern Retry-After, vänta minst så länge som den anger före nästa försök.
    .step2 = Försök igen med allt längre väntetid, { words-attempts }.
    .step3 = Om det inte hjälper, be utvecklaren sprida ut anropen.

rest-500 = Internt serverfel
    .note = Ett oväntat fel inträffade på servern. Orsaken kan vara en felaktigt uppbyggd URL. Begäran kan ändå ha utförts.
    .step1 = Om anropet skapar eller uppdaterar något, kontrollera före varje försök att det inte redan har utförts.
    .step2 = Kontrollera URL:en och försök igen med allt längre väntetid, { words-attempts }.
    .step3 = Om det inte hjälper, rapportera felet till Adobes support och ange svarets requestId.

rest-502 = Fel från en bakomliggande server (Bad Gateway)
    .note = Orsaken är troligen en timeout. Begäran kan ändå ha utförts.
    .step1 = Om anropet skapar eller uppdaterar något, kontrollera före varje försök att det inte redan har utförts.
    .step2 = Försök igen med allt längre väntetid, { words-attempts }.
    .step3 = Om det inte hjälper, rapportera felet till Adobes support.

rest-503 = Tjänsten är inte tillgänglig
    .note = Gatewayen svarar i tjänstens ställe, oftast med en HTML-sida. Enligt svaret ligger tjänsten nere eller är överbelastad. Begäran kan ändå ha utförts.
    .step1 = Om anropet skapar eller uppdaterar något, kontrollera före varje försök att det inte redan har utförts.
    .step2 = Försök igen med allt längre väntetid, { words-attempts }.
    .step3 = Om det inte hjälper, rapportera felet till Adobes support.

rest-504 = Gatewayen slutade vänta på svar (Gateway Timeout)
    .note = Tjänsten svarade inte i tid. Begäran kan ändå ha utförts.
    .step1 = Om anropet skapar eller uppdaterar något, kontrollera före varje försök att det inte redan har utförts.
    .step2 = Försök igen med allt längre väntetid, { words-attempts }.
    .step3 = Om det inte hjälper, rapportera felet till Adobes support.

rest-600 = Åtkomsttoken saknas
    .note = Servern hittade ingen token, varken i headern Authorization eller i access_token. Koden togs bort ur dokumentationen 2022. Sedan september 2022 svarar Marketo med 603 i stället.
    .step1 = Autentisera på nytt: hämta en ny åtkomsttoken från Identity-slutpunkten, ange den som Bearer-token i headern Authorization och skicka begäran { words-again }.
    .step2 = Om det inte hjälper, avbryt och be utvecklaren kontrollera att headern Authorization verkligen skickas.

rest-601 = Åtkomsttoken är ogiltig
    .note = Begäran innehöll en token, men servern godtog den inte. En token gäller i { words-token }. Det första anropet med en token som har gått ut ger 602 och senare anrop 601.
    .step1 = Autentisera på nytt: hämta en ny åtkomsttoken från Identity-slutpunkten och skicka begäran { words-again }.
    .step2 = Begär inte en ny token om och om igen: Identity-slutpunkten ger samma token så länge den gäller.
    .step3 = Om 601 eller 602 returneras med den nya tokenen, avbryt och be Marketo-administratören kontrollera client_id och client_secret.

rest-602 = Åtkomsttoken har gått ut
    .note = Åtkomsttokenen i anropet är äldre än { words-token } och gäller inte längre. Bara det första anropet därefter ger 602. Senare anrop med samma token ger 601.
    .step1 = Autentisera på nytt: hämta en ny åtkomsttoken från Identity-slutpunkten och skicka begäran { words-again }.
    .step2 = Begär inte en ny token om och om igen: Identity-slutpunkten ger samma token så länge den gäller.
    .step3 = Om 601 eller 602 returneras med den nya tokenen, avbryt och be Marketo-administratören kontrollera client_id och client_secret.

rest-603 = Åtkomst nekad
    .note = Antingen saknar API-användarens roll en behörighet som anropet kräver, eller så är IP-adressen inte tillåten. Sedan september 2022 ger även ett anrop utan token den här koden (tidigare 600).
    .step1 = Avbryt tills orsaken är åtgärdad: börja med att kontrollera att begäran har en token i headern Authorization.
    .step2 = Om begäran har en token, be Marketo-administratören kontrollera API-användarens roll och tillåtelselistan under Admin > Web Services > IP Restrictions.

rest-604 = Tidsgränsen för begäran har överskridits
    .note = Begäran tog för lång tid, till exempel på grund av låsningar i databasen, eller passerade en tidsgräns som angavs i en header. Gränsen är { NUMBER($shortest_timeout) }–{ NUMBER($longest_timeout) } sekunder beroende på slutpunkt. Enligt Marketo utfördes begäran inte, men vid en stor batch eller ett lås är det inte säkert.
    .step1 = Om anropet skapar eller uppdaterar något, kontrollera före varje försök att det inte redan har utförts.
    .step2 = Försök igen med allt längre väntetid och färre poster i varje begäran, { words-attempts }.
    .step3 = Om det inte hjälper, rapportera felet till Adobes support och ange svarets requestId.

rest-605 = HTTP-metoden stöds inte
    .specific = HTTP-metoden ”{ $method }” stöds inte
    .note = Slutpunkten väntar sig en annan metod. Sync Leads tar till exempel emot POST, men inte GET.
    .step1 = Be utvecklaren rätta HTTP-metoden till den som står i slutpunktens dokumentation.

rest-606 = Anropsgränsen har överskridits
    .specific = Anropsgränsen har överskridits: högst { words-calls } på { words-seconds }
    .note = Instansen tog emot fler än { words-calls } på { words-seconds }. Anrop till alla API-tjänster i instansen räknas ihop.
    .step1 = Vänta tills tidsfönstret har passerat ({ words-seconds }) och skicka begäran igen, { words-attempts }.
    .step2 = Om felet återkommer, be utvecklaren sprida ut anropen så att den här integrationen gör högst { words-recommended } på { words-seconds }.

rest-607 = Dygnskvoten är förbrukad
    .note = Kvoten för hela prenumerationen är { words-calls } per dygn, om inget annat har avtalats. Den nollställs kl. 00.00 CST (midnatt, amerikansk centraltid).
    .step1 = Vänta tills kvoten nollställs, kl. 06.00 UTC (eventuellt 05.00 under amerikansk sommartid), och skicka sedan begäran { words-again }.
    .step2 = Om kvoten ofta tar slut, se efter hur stor den är under Admin > Web Services och be din kundansvariga hos Adobe (account manager) höja den.

rest-608 = API:et är tillfälligt otillgängligt
    .note = Dokumentationen anger varken orsak eller varaktighet. Begäran utfördes inte.
    .step1 = Försök igen med allt längre väntetid, { words-attempts }.
    .step2 = Om det inte hjälper, rapportera felet till Adobes support och ange svarets requestId.

rest-609 = Ogiltig JSON
    .note = Servern kunde inte tolka bodyn i begäran.
    .step1 = Testa begärans body i en JSON-parser.
    .step2 = Be utvecklaren rätta programkoden som bygger bodyn.

rest-610 = Den begärda resursen hittades inte
    .note = URI:n motsvarar ingen slutpunkt i REST-API:et. Ofta är den felstavad eller felaktigt uppbyggd. Koden betyder aldrig att en post saknas.
    .step1 = Jämför URI:n med slutpunktens dokumentation och be utvecklaren rätta URI:n.

rest-611 = Systemfel
    .note = Ingen annan kod täcker felet. Serverns meddelande kan säga vad som misslyckades. Begäran kan ändå ha utförts.
    .step1 = Om anropet skapar eller uppdaterar något, kontrollera först att det inte redan har utförts.
    .step2 = Läs serverns meddelande och rätta det som anges där: en oförändrad begäran ger samma fel igen.
    .step3 = Om meddelandet inte hjälper, avbryt och kontakta utvecklaren.

rest-611-unspecified = Systemfel utan närmare uppgifter
    .note = Servern säger inte vad som misslyckades. Felet kan vara tillfälligt. Begäran kan ändå ha utförts.
    .step1 = Om anropet skapar eller uppdaterar något, kontrollera före varje försök att det inte redan har utförts.
    .step2 = Försök igen med allt längre väntetid, { words-attempts }.
    .step3 = Om det inte hjälper, rapportera felet till Adobes support och ange svarets requestId.

rest-612 = Ogiltig Content-Type
    .note = Headern Content-Type saknas, eller så passar värdet inte slutpunkten.
    .step1 = Be utvecklaren ange rätt Content-Type: application/json för JSON-slutpunkter, application/x-www-form-urlencoded tillsammans med _method=GET, och multipart/form-data vid import.

rest-613 = Ogiltig multipart-begäran
    .note = Bodyn i POST-begäran är inte uppbyggd så som formatet kräver.
    .step1 = Be utvecklaren rätta parametern boundary och headrarna i varje del, eller använda ett bibliotek som bygger bodyn som multipart/form-data.

rest-614 = Ogiltig prenumeration
    .note = Prenumerationen som anropet riktar sig till finns inte eller går inte att nå. Oftast är felet tillfälligt. Om värdnamnet är fel eller prenumerationen är avslutad går det inte över.
    .step1 = Kontrollera värdnamnet i URL:en.
    .step2 = Försök igen med allt längre väntetid, { words-attempts }.
    .step3 = Om det inte hjälper, avbryt och be Marketo-administratören kontrollera värdnamnet och prenumerationen.

rest-615 = Gränsen för samtidiga anrop har nåtts
    .specific = Gränsen har nåtts: högst { words-concurrent }
    .note = I prenumerationen pågår redan { words-concurrent }. Anrop från alla integrationer i instansen räknas ihop.
    .step1 = Vänta tills ett pågående anrop är klart och skicka begäran igen, { words-attempts }.
    .step2 = Om felet återkommer, be utvecklaren köra högst { words-recommended } samtidigt i den här integrationen.

rest-616 = Fel typ av prenumeration
    .note = Custom Object Metadata API kräver en annan typ av Marketo-prenumeration.
    .step1 = Avbryt: klientprogrammet kan inte åtgärda felet.
    .step2 = Fråga din kundansvariga hos Adobe (account manager) eller din Customer Success Manager vilken typ som krävs och hur du får den.

rest-701 = Fältet är tomt eller värdet för långt
    .specific = Fältet ”{ $field }” får inte vara tomt
    .note = Koden används både när ett obligatoriskt fält saknar värde och när ett värde är för långt. Serverns meddelande kan ange fältet och maxlängden.
    .step1 = Be utvecklaren ange ett värde i fältet, eller förkorta värdet om serverns meddelande nämner en längd.

rest-702 = Inga data hittades, eller anropet avvisades
    .note = Koden har flera betydelser: en sökning utan träff, ett objekt som inte finns eller, i Asset API, ett anrop som inte är tillåtet. Serverns meddelande visar vilken som gäller.
    .step1 = Läs serverns meddelande och rätta det som anges där.
    .step2 = Om meddelandet inte hjälper, avbryt och kontakta utvecklaren.

rest-702-no_data = Sökningen gav inga träffar
    .note = Ingen post matchar sökparametrarna. I många andra fall svarar Marketo i stället med success=true och en varning.
    .step1 = Utgå från att posten inte finns och fortsätt utan den.
    .step2 = Om en ändring bygger på sökresultatet, lägg ändringen åt sidan och fortsätt med resten.
    .step3 = Om något borde ha matchat, be utvecklaren kontrollera sökparametrarna.

rest-702-object_not_found = Objektet i begäran hittades inte
    .note = Begäran hänvisar till en tillgång (asset), en mapp eller en lista som inte finns. Objektet kan ha tagits bort.
    .step1 = Kontrollera om objektet finns i den här instansen.
    .step2 = Be utvecklaren rätta objektets id eller namn i begäran.

rest-703 = Funktionen är inte aktiverad för prenumerationen
    .note = Anropet kräver en betafunktion.
    .step1 = Avbryt: klientprogrammet kan inte åtgärda felet.
    .step2 = Be din kundansvariga hos Adobe (account manager) se till att funktionen aktiveras.

rest-704 = Ogiltigt datumformat
    .note = Antingen har ett datum fel format, eller så är ett id för dynamiskt innehåll ogiltigt.
    .step1 = Be utvecklaren skriva datumet i det format som slutpunktens dokumentation anger, eller rätta id:t för det dynamiska innehållet.

rest-709 = Brott mot en affärsregel
    .note = Anropet bryter mot en regel för hur en tillgång (asset) får skapas eller ändras. Exempel är ett e-postmeddelande utan mall och ett godkännande av en tillgång som saknar utkast. Serverns meddelande kan säga vilken regel det gäller.
    .step1 = Läs serverns meddelande och rätta begäran eller tillgången så att regeln följs.
    .step2 = Om meddelandet inte hjälper, avbryt och kontakta utvecklaren.

rest-709-name_taken = Namnet är upptaget
    .note = Det finns redan en tillgång (asset) med det namnet.
    .step1 = Använd den befintliga tillgången, eller be utvecklaren ange ett annat namn i begäran.

rest-710 = Den överordnade mappen hittades inte
    .note = Begäran hänvisar till en mapp som inte finns.
    .step1 = Skapa mappen först, eller be utvecklaren ange rätt överordnad mapp i begäran.

rest-711 = Mappen är av fel typ
    .note = Anropet godtar inte mappar av den här typen.
    .step1 = Be utvecklaren ange en mapp av en typ som anropet godtar.

rest-712 = Sammanslagning med personkonto (Person Account) tillåts inte
    .note = Merge Leads misslyckades. Leads som är personkonton i Salesforce (Person Accounts) måste slås samman där. En del av sammanslagningen kan ändå ha utförts.
    .step1 = Kontrollera om någon del av sammanslagningen redan har utförts.
    .step2 = Rätta begäran: utelämna de leads som måste slås samman i Salesforce.
    .step3 = Be Marketo-administratören se till att dessa leads slås samman i Salesforce.

rest-713 = Tillfälligt fel
    .note = En systemresurs gick inte att använda just då. Begäran kan ändå ha utförts.
    .step1 = Om anropet skapar eller uppdaterar något, kontrollera före varje försök att det inte redan har utförts.
    .step2 = Försök igen med allt längre väntetid, { words-attempts }.
    .step3 = Om det inte hjälper, rapportera felet till Adobes support och ange svarets requestId.

rest-714 = Standardposttypen hittades inte
    .note = Merge Leads kunde inte utföras utan standardposttypen.
    .step1 = Avbryt: klientprogrammet kan inte åtgärda felet.
    .step2 = Be Marketo-administratören se till att det finns en standardposttyp.

rest-718 = ExternalSalesPersonID hittades inte
    .note = Sync Opportunities anropades med ett externalSalesPersonId som inte finns.
    .step1 = Skapa säljaren först, eller be utvecklaren rätta externalSalesPersonId.

rest-719 = Väntan på ett lås tog för lång tid
    .note = Clone Program fick inte låset i tid. Det nya programmet kan ändå ha skapats.
    .step1 = Kontrollera före varje försök att det nya programmet inte redan finns.
    .step2 = Försök igen med allt längre väntetid, { words-attempts }.
    .step3 = Om det inte hjälper, rapportera felet till Adobes support och ange svarets requestId.

rest-1001 = Värdet har fel typ
    .specific = Värdet ”{ $value }” är inte av typen ”{ $type }”
    .note = En parameter kräver en annan typ, till exempel ett heltal där anropet har en sträng.
    .step1 = Lägg den avvisade posten åt sidan och fortsätt med resten, men avbryt om hela begäran avvisades.
    .step2 = Be utvecklaren rätta värdet så att det har den typ som dokumentationen anger för parametern.

rest-1002 = Värde saknas för en obligatorisk parameter
    .specific = Värde saknas för den obligatoriska parametern ”{ $parameter }”
    .note = Slutpunkten kräver parametern, men den finns inte i anropet.
    .step1 = Lägg den avvisade posten åt sidan och fortsätt med resten, men avbryt om hela begäran avvisades.
    .step2 = Be utvecklaren lägga till parametern och ange ett värde.

rest-1003 = Ogiltiga data
    .specific = Ogiltigt värde ”{ $value }” för fältet ”{ $field }”
    .note = Något i anropet passar inte slutpunkten eller det valda läget, till exempel id tillsammans med createOnly, eller Request Campaign för en batchkampanj. I Get Lead Activities och Get Lead Changes kan koden också betyda att listId anger en lista med { words-list_members } eller fler. Det gäller från 2026-09-30 eller 2026-12-30 (dokumentationen anger båda datumen).
    .step1 = Lägg den avvisade posten åt sidan och fortsätt med resten, men avbryt om hela begäran avvisades.
    .step2 = Läs serverns meddelande och be utvecklaren rätta det som anges där.

rest-1003-too_many_results = Sökningen eller listan är för stor för slutpunkten
    .note = En sökning med Get Leads by Filter Type får matcha högst { words-results }. För programmedlemmar är gränsen { NUMBER($program_members) }. Från 2026-09-30 eller 2026-12-30 (dokumentationen anger båda datumen) måste en lista som anges i listId ha färre än { words-list_members }.
    .step1 = Minska begäran: dela upp sökningen eller listan på flera anrop, eller begränsa sökningen.
    .step2 = Om det inte räcker, använd Bulk Extract.
    .step3 = Om även Bulk Extract avvisas, kontakta utvecklaren.

rest-1004 = Leadet hittades inte
    .specific = Leadet ”{ $lead }” hittades inte
    .note = Antingen finns inget lead med den här nyckeln, eller så ligger leadet i en partition som API-användaren inte har åtkomst till.
    .step1 = Utgå från att leadet inte finns: sökningen gav inga träffar, eller så fanns det inget att ta bort.
    .step2 = Om anropet försökte skapa eller uppdatera något, lägg posten åt sidan och fortsätt med resten.
    .step3 = Om leadet borde finnas, be utvecklaren kontrollera nyckeln och API-användarens åtkomst till leadets partition.

rest-1005 = Leadet finns redan
    .note = Med action=createOnly hoppar Marketo över en post vars nyckel redan hör till ett lead.
    .step1 = Lägg den avvisade posten åt sidan och fortsätt med resten, men avbryt om hela begäran avvisades.
    .step2 = Om du vill ändra det befintliga leadet, be utvecklaren ange action=updateOnly eller action=createOrUpdate.

rest-1006 = Fältet hittades inte
    .specific = Fältet ”{ $field }” hittades inte
    .note = Ett fältnamn i anropet är ogiltigt, till exempel namnet på uppslagsfältet.
    .step1 = Lägg den avvisade posten åt sidan och fortsätt med resten, men avbryt om hela begäran avvisades.
    .step2 = Be utvecklaren jämföra fältnamnet med de API-namn som Describe returnerar och rätta det.

rest-1007 = Flera leads matchar sökvillkoren
    .note = Flera leads har samma värde i fältet som lookupField anger. En uppdatering kräver att nyckeln matchar en enda post.
    .step1 = Lägg den avvisade posten åt sidan och fortsätt med resten, men avbryt om hela begäran avvisades.
    .step2 = Be utvecklaren ange ett fält med unika värden i lookupField, till exempel id, eller slå samman dubbletterna först.

rest-1008 = Åtkomst nekad till partitionen
    .specific = Åtkomst nekad till partitionen ”{ $partition }”
    .note = API-användaren har inte åtkomst till någon arbetsyta med den här partitionen.
    .step1 = Avbryt och kontrollera att partitionName är rätt, om anropet har den parametern.
    .step2 = Om partitionen är rätt, be Marketo-administratören ge API-användaren åtkomst till en arbetsyta med den partitionen.

rest-1009 = Partitionsnamn måste anges
    .note = Parametern partitionName saknas. Dokumentationen anger inte när den krävs.
    .step1 = Lägg den avvisade posten åt sidan och fortsätt med resten, men avbryt om hela begäran avvisades.
    .step2 = Be utvecklaren ange rätt partition i partitionName.

rest-1010 = Partitionen får inte ändras
    .note = Posten finns redan, i en annan leadpartition än den i anropet.
    .step1 = Lägg den avvisade posten åt sidan och fortsätt med resten, men avbryt om hela begäran avvisades.
    .step2 = Be utvecklaren rätta partitionName till den partition som posten redan ligger i.

rest-1011 = Fältet stöds inte
    .specific = Fältet ”{ $field }” stöds inte
    .note = I lookupField eller filterType står ett standardfält som inte går att använda där, till exempel firstName eller lastName.
    .step1 = Lägg den avvisade posten åt sidan och fortsätt med resten, men avbryt om hela begäran avvisades.
    .step2 = Be utvecklaren rätta lookupField eller filterType till ett fält som slutpunkten stöder.

rest-1012 = Ogiltigt cookievärde
    .specific = Ogiltigt cookievärde ”{ $value }”
    .note = Värdet stod i parametern cookie i Associate Lead, eller i filterValues tillsammans med filterType=cookies.
    .step1 = Lägg den avvisade posten åt sidan och fortsätt med resten, men avbryt om hela begäran avvisades.
    .step2 = Be utvecklaren rätta värdet: hela värdet i cookien _mkto_trk krävs, URL-kodat när det står i en URL.

rest-1013 = Objektet hittades inte
    .note = Objektet kan vara en lista eller en kampanj som anropet anger med id.
    .step1 = Avbryt och kontrollera att id:t eller nyckeln stämmer och att objektet finns i den här instansen.
    .step2 = Be utvecklaren rätta id:t eller nyckeln i begäran.

rest-1013-absent = Posten finns inte
    .note = Felet gäller bara den här posten, som anropet försökte söka upp, uppdatera eller ta bort.
    .step1 = Utgå från att posten inte finns: sökningen gav inga träffar, eller så fanns det inget att ta bort.
    .step2 = Om anropet försökte uppdatera posten, lägg den åt sidan och fortsätt med resten.
    .step3 = Om posten borde finnas, be utvecklaren kontrollera nyckeln.

rest-1014 = Objektet kunde inte skapas
    .note = Objektet kan till exempel vara en lista. Dokumentationen anger ingen orsak. Något kan ändå ha skapats.
    .step1 = Upprepa inte anropet, utan kontrollera om objektet finns.
    .step2 = Om objektet inte finns, kontakta supporten hos Adobe och ange svarets requestId.

rest-1015 = Leadet finns inte i listan
    .note = Koden är bara känd från anrop som tar bort leads ur en lista.
    .step1 = Utgå från att leadet inte finns i listan: det finns inget att ta bort.
    .step2 = Om leadet borde finnas i listan, be utvecklaren kontrollera leadets och listans id:n.

rest-1016 = För många importer
    .note = Importkön är full. En instans får ha högst { words-queued_imports } i kö och högst { NUMBER($running_imports) } igång samtidigt.
    .step1 = Vänta tills ett jobb är klart och försök igen med några minuters mellanrum, i högst { words-minutes }.
    .step2 = Om kön fortfarande är full efter det, avbryt och be utvecklaren sprida ut importerna.

rest-1017 = Objektet finns redan
    .note = Anropet försökte skapa en ny post, men ingen post skapades.
    .step1 = Lägg den avvisade posten åt sidan och fortsätt med resten, men avbryt om hela begäran avvisades.
    .step2 = Om du vill ändra den befintliga posten, be utvecklaren rätta begäran så att den uppdaterar posten.

rest-1018 = En CRM-integration är aktiverad
    .note = Anropet kan inte utföras i en instans med inbyggd (native) CRM-integration.
    .step1 = Lägg den avvisade posten åt sidan och fortsätt med resten, men avbryt om hela begäran avvisades.
    .step2 = Gör ändringen i CRM-systemet i stället.
    .step3 = Be utvecklaren rätta klientprogrammet så att det inte längre gör anropet.

rest-1019 = Import pågår
    .note = En annan import till samma mållista är inte klar.
    .step1 = Vänta tills ett jobb är klart (den pågående importen) och försök igen med några minuters mellanrum, i högst { words-minutes }.
    .step2 = Om den andra importen fortfarande pågår efter det, avbryt och be utvecklaren kontrollera importens status.

rest-1020 = Dygnskvoten för kloning till program är förbrukad
    .note = En prenumeration får använda cloneToProgramName i Schedule Campaign högst { words-clones } per dygn. Dokumentationen anger inte när kvoten nollställs.
    .step1 = Vänta tills kvoten nollställs: gör inga fler anrop med cloneToProgramName i dag och skicka begäran { words-again } nästa dygn.
    .step2 = Om programmet behövs tidigare eller kvoten ofta tar slut, be utvecklaren gå över till Clone Program.

rest-1021 = Företaget får inte uppdateras
    .note = Företagsuppgifter får inte uppdateras via Sync Leads.
    .step1 = Lägg den avvisade posten åt sidan och fortsätt med resten, men avbryt om hela begäran avvisades.
    .step2 = Be utvecklaren rätta begäran så att företagsfälten skickas med Sync Companies i stället.

rest-1022 = Objektet används
    .note = Objektet kan inte tas bort så länge ett annat objekt använder det.
    .step1 = Lägg den avvisade posten åt sidan och fortsätt med resten, men avbryt om hela begäran avvisades.
    .step2 = Ta reda på vad som använder objektet och ändra det först, så att objektet inte längre används.
    .step3 = Om du inte hittar något som använder objektet, kontakta utvecklaren.

rest-1025 = Programstatusen hittades inte
    .note = Värdet i statusName (Change Lead Program Status) är ingen status i programmets kanal.
    .step1 = Lägg den avvisade posten åt sidan och fortsätt med resten, men avbryt om hela begäran avvisades.
    .step2 = Be utvecklaren rätta statusName till en status i programmets kanal.

rest-1026 = Anpassade objekt är inte aktiverade
    .note = Anropet kräver en funktion som instansen inte har.
    .step1 = Avbryt tills anpassade objekt har aktiverats i instansen.
    .step2 = Be din kundansvariga hos Adobe (account manager) se till att anpassade objekt aktiveras.

rest-1027 = Högsta antalet aktivitetstyper har nåtts
    .note = Gränsen gäller prenumerationens anpassade aktivitetstyper. Dokumentationen anger ingen siffra.
    .step1 = Avbryt tills det finns plats för en aktivitetstyp till.
    .step2 = Be Marketo-administratören ta bort en anpassad aktivitetstyp som inte längre behövs.
    .step3 = Om alla aktivitetstyper behövs, be din kundansvariga hos Adobe (account manager) höja gränsen.

rest-1028 = Högsta antalet fält har nåtts
    .note = En anpassad aktivitet får ha högst { words-secondary_attributes }.
    .step1 = Avbryt och be utvecklaren rätta aktivitetstypen: utelämna sekundära attribut som inte behövs, eller fördela attributen på två aktivitetstyper.

rest-1029 = Exporten avvisades
    .note = Kön kan vara full, dygnskvoten för export kan vara förbrukad, eller så kan jobbet redan ligga i kön. Bara serverns meddelande visar vilket som gäller.
    .step1 = Läs serverns meddelande och kontrollera om jobbet redan ligger i kön.
    .step2 = Om jobbet inte ligger i kön och dygnskvoten inte är förbrukad, vänta tills ett jobb är klart och försök igen med några minuters mellanrum, i högst { words-minutes }.
    .step3 = Om exporten fortfarande avvisas efter det, avbryt och be utvecklaren kontrollera kön och dygnskvoten.

rest-1029-queue_full = För många jobb i kön
    .note = En instans får ha högst { words-queued_exports } i kö och högst { NUMBER($running_exports) } igång samtidigt.
    .step1 = Vänta tills ett jobb är klart och försök igen med några minuters mellanrum, i högst { words-minutes }.
    .step2 = Om kön fortfarande är full efter det, avbryt och be utvecklaren sprida ut exporterna.

rest-1029-export_quota_used_up = Dygnskvoten för export är förbrukad
    .note = Kvoten är { NUMBER($export_megabytes) } MB per dygn och nollställs kl. 00.00 CST (midnatt, amerikansk centraltid). Den kan skilja sig mellan prenumerationer. Både Create och Enqueue kan returnera koden.
    .step1 = Vänta tills kvoten nollställs, kl. 06.00 UTC (eventuellt 05.00 under amerikansk sommartid), och skicka sedan begäran { words-again }.
    .step2 = Om kvoten ofta tar slut, be din kundansvariga hos Adobe (account manager) höja den.

rest-1029-already_queued = Jobbet ligger redan i kön
    .note = Ett tidigare anrop har lagt jobbet med detta export-id i kön.
    .step1 = Godta svaret och kontrollera exportens status, högst en gång i minuten, tills jobbet är klart eller har misslyckats.
    .step2 = Om jobbet inte är klart efter några timmar, sluta kontrollera och be utvecklaren titta på kön.

rest-1035 = Filtertypen stöds inte
    .specific = Filtertypen ”{ $filter }” stöds inte
    .note = Prenumerationen stöder inte det här filtret i Bulk Extract av leads, anpassade objekt eller programmedlemmar. Filtret kan vara updatedAt, smartListId eller smartListName.
    .step1 = Avbryt tills filtret har aktiverats, eller använd createdAt så länge.
    .step2 = Be Adobes support aktivera filtret för prenumerationen.

rest-1036 = Dubblett i indata
    .note = Två eller flera poster i anropet har samma främmande nyckel (foreign key), till exempel samma externalCompanyId i Sync Companies.
    .step1 = Lägg posterna med samma nyckel åt sidan och fortsätt med resten, men avbryt om hela begäran avvisades.
    .step2 = Be utvecklaren slå samman posterna med samma nyckel till en enda eller rätta nyckeln.

rest-1037 = Leadet hoppades över
    .note = Inget ändrades. Leadet har redan den status som anges i statusName eller har passerat den, eller så försökte anropet ta bort leadet ur ett program som det inte är med i.
    .step1 = Godta svaret: inget har gått fel.
    .step2 = Om leadet borde ha ändrats, be utvecklaren kontrollera statusName och leadets nuvarande status.

rest-1037-not_in_program = Leadet finns inte i programmet
    .note = Anropet försökte ta bort leadet ur programmet.
    .step1 = Godta svaret: det fanns inget att ta bort.
    .step2 = Om leadet borde ha funnits i programmet, be utvecklaren kontrollera leadets och programmets id:n.

rest-1042 = Ogiltigt datum i runAt
    .note = Schedule Campaign godtar ingen tidpunkt som ligger mer än { words-years_ahead } fram i tiden.
    .step1 = Om kampanjen verkligen ska köras så sent, schemalägg den när datumet närmar sig.
    .step2 = Om datumet är fel, be utvecklaren rätta runAt.

rest-1048 = Utkastet till det anpassade objektet kunde inte kasseras
    .note = Dokumentationen anger ingen orsak. Utkastet kan ändå ha kasserats.
    .step1 = Upprepa inte anropet, utan kontrollera om utkastet finns kvar.
    .step2 = Om utkastet finns kvar, kontakta supporten hos Adobe och ange svarets requestId.

rest-1049 = Aktiviteten kunde inte skapas
    .note = Arrayen attributes är för lång. I en aktivitet får den vara högst { words-bytes }. Det hjälper inte att dela upp batchen.
    .step1 = Lägg den avvisade posten åt sidan och fortsätt med resten, men avbryt om hela begäran avvisades.
    .step2 = Be utvecklaren rätta arrayen attributes genom att förkorta värdena.

rest-1076 = Merge Leads skulle skapa en dubblett i Salesforce
    .note = Anropet använde flaggan mergeInCRM, och Salesforce avvisade sammanslagningen. Serverns meddelande kommer från Salesforce. En del av sammanslagningen kan ändå ha utförts.
    .step1 = Lägg alla leads i anropet åt sidan och kontrollera om någon del av sammanslagningen har utförts.
    .step2 = Rätta begäran: använd en befintlig post i stället, så att ingen dubblett skapas.
    .step3 = Om du inte hittar någon befintlig post, be Marketo-administratören leta efter den i Salesforce.

rest-1077 = Merge Leads: värdet är för långt för ett Salesforce-fält
    .note = Anropet hade mergeInCRM=true. Dokumentationen säger inte vilket fält som avses utan skriver bara SFDC Field. En del av sammanslagningen kan ändå ha utförts.
    .step1 = Lägg alla leads i anropet åt sidan och kontrollera om någon del av sammanslagningen har utförts.
    .step2 = Be utvecklaren förkorta värdet eller ange mergeInCRM=false.

rest-1078 = Merge Leads avvisades av CRM-systemet
    .note = Posten i CRM-systemet är borttagen, är varken lead eller kontakt, eller uppfyller inte fältfiltrets villkor. Serverns meddelande kommer från Salesforce. En del av sammanslagningen kan ändå ha utförts.
    .step1 = Lägg alla leads i anropet åt sidan och kontrollera om någon del av sammanslagningen har utförts.
    .step2 = Be Marketo-administratören ta reda på i CRM-systemet vilken orsak som gäller.
    .step3 = När Marketo-administratören vet orsaken, rätta begäran eller utelämna mergeInCRM.

rest-1079 = Merge Leads: flera poster har samma personliga URL
    .note = Konflikten gäller posterna i anropet. Ingen av dem slogs samman. Marketo kallar den här URL:en Personalized URL.
    .step1 = Avbryt tills konflikten är löst och lägg dessa leads åt sidan så länge.
    .step2 = Be Marketo-administratören slå samman dessa leads i Marketo Engages gränssnitt.

rest-1080 = För många leads att slå samman
    .note = Sedan 2026-03-31 hoppar Marketo över anrop till Merge Leads med fler än { words-lead_ids } i leadIds.
    .step1 = Minska begäran: dela upp sammanslagningen på flera anrop med högst { words-lead_ids } i leadIds och behåll samma lead (det som de andra slås samman med) i varje anrop.
    .step2 = Om även något av de anropen hoppas över, avbryt och be utvecklaren kontrollera leadIds.

status-unauthorized = Autentisering krävs (Unauthorized)
    .note = Svaret har status 401, men ingen kod från Marketo. Åtkomsttokenen kan saknas eller ha gått ut, eller så kräver en gateway eller proxy på vägen egen autentisering. Statusen säger inte om client_id och client_secret är giltiga.
    .step1 = Autentisera på nytt: hämta en ny åtkomsttoken från Identity-slutpunkten och skicka begäran { words-again }.
    .step2 = Om det inte hjälper, be Marketo-administratören ta reda på om en gateway eller proxy på vägen kräver egen autentisering.

status-client_error = Begäran avvisades
    .note = I HTTP betyder en status från 400 till 499 att felet tycks ligga i begäran. Just den här statusen finns inte i katalogen. Svaret kan komma från en gateway eller proxy framför Marketo.
    .step1 = Be utvecklaren läsa svaret, ta reda på vad statusen betyder i HTTP och rätta begäran.

status-server_error = Fel på servern
    .note = I HTTP betyder en status från 500 till 599 att felet ligger hos servern, eller hos en gateway eller proxy på vägen. Just den här statusen finns inte i katalogen. Begäran kan ändå ha utförts.
    .step1 = Om anropet skapar eller uppdaterar något, kontrollera före varje försök att det inte redan har utförts.
    .step2 = Försök igen med allt längre väntetid, { words-attempts }.
    .step3 = Om det inte hjälper, rapportera felet till Adobes support.
