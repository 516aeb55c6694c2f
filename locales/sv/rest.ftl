# Fel i REST-API:et, ett meddelande per kod, följt av kodens fall.

rest-401 = Klientens autentiseringsuppgifter är ogiltiga
    .note = Identity-slutpunkten godtar inte client_id eller client_secret. När uppgifterna har bytts ut kan anropen först få 601 innan begäran om en ny token avvisas.
    .remedy = Avbryt, och begär inga fler token. Kontrollera att client_id och client_secret är fullständiga och hör till den här instansen. Om de stämmer, be Marketo-administratören om giltiga autentiseringsuppgifter.

rest-413 = Begäran är för stor
    .note = Gränsen är { NUMBER($body) } MB för bodyn i en begäran och { NUMBER($import_file) } MB för en fil till Bulk Import.
    .remedy = Dela upp posterna på flera anrop, eller filen på flera importer. Om en begäran med en enda post är för stor, förkorta värdena i den. Om det inte går, lägg posten åt sidan och lämna felet till utvecklaren.

rest-414 = Begärans URI är för lång
    .note = Gränsen är { NUMBER($uri) } kB. Ofta är det många eller långa värden i filterValues som tar plats.
    .remedy = Skicka begäran som POST, med _method=GET i URL:en, resten av frågesträngen i bodyn och Content-Type application/x-www-form-urlencoded. Om det inte hjälper, dela upp värdena på flera anrop. Om även det misslyckas, lämna felet till utvecklaren.

rest-500 = Internt serverfel
    .note = Något oväntat inträffade i servern. Orsaken kan vara en felaktigt uppbyggd URL. Begäran kan ändå ha utförts.
    .remedy = Kontrollera URL:en, vänta och försök igen högst tre gånger, med allt längre väntetid mellan försöken. Innan du upprepar ett anrop som skapar eller uppdaterar något, kontrollera att det inte redan har utförts. Om det inte hjälper, lämna felet och dess requestId till Adobes support.

rest-502 = Fel från en bakomliggande server (Bad Gateway)
    .note = Orsaken är troligen en timeout. Begäran kan ändå ha utförts.
    .remedy = Vänta och försök igen högst tre gånger med exponentiell backoff, det vill säga med allt längre väntetid mellan försöken. Innan du upprepar ett anrop som skapar eller uppdaterar något, kontrollera att det inte redan har utförts. Om det inte hjälper, lämna felet till Adobes support.

rest-503 = Tjänsten är inte tillgänglig
    .note = Gatewayen svarar i tjänstens ställe, oftast med en HTML-sida. Enligt svaret ligger tjänsten nere eller är överbelastad. Begäran kan ändå ha utförts.
    .remedy = Vänta och försök igen högst tre gånger, med allt längre väntetid mellan försöken. Innan du upprepar ett anrop som skapar eller uppdaterar något, kontrollera att det inte redan har utförts. Om det inte hjälper, lämna felet till Adobes support.

rest-504 = Tidsgränsen överskreds i en mellanliggande server (Gateway Timeout)
    .note = Gatewayen slutade vänta på tjänsten. Begäran kan ändå ha utförts.
    .remedy = Vänta och försök igen högst tre gånger, med allt längre väntetid mellan försöken. Innan du upprepar ett anrop som skapar eller uppdaterar något, kontrollera att det inte redan har utförts. Om det inte hjälper, lämna felet till Adobes support.

rest-600 = Åtkomsttoken saknas
    .note = Servern hittade ingen token, varken i headern Authorization eller i access_token. Koden togs bort ur dokumentationen 2022. Sedan september 2022 svarar Marketo 603 i stället.
    .remedy = Hämta en åtkomsttoken, en enda gång, och skicka den som Bearer i headern Authorization. Om svaret blir detsamma, avbryt och låt utvecklaren kontrollera att headern verkligen skickas.

rest-601 = Ogiltig åtkomsttoken
    .note = Begäran innehöll en token, i headern Authorization eller i access_token. En token gäller i { NUMBER($token) } sekunder. Det första anropet med en token som har gått ut ger 602, senare anrop ger 601.
    .remedy = Hämta en ny åtkomsttoken från Identity, en enda gång, och skicka begäran igen. Begär inte token om och om igen, för Identity ger samma token så länge den gäller. Om 601 kommer igen med den nya tokenen, avbryt och be Marketo-administratören att kontrollera client_id och client_secret.

rest-602 = Åtkomsttoken har gått ut
    .note = En token i headern Authorization eller i access_token gäller i { NUMBER($token) } sekunder. Bara det första anropet efter det ger 602, senare anrop med samma token ger 601.
    .remedy = Hämta en ny åtkomsttoken från Identity, en enda gång, och skicka begäran igen. Om 601 eller 602 kommer med den nya tokenen, avbryt, och begär inte token om och om igen. Be då Marketo-administratören att kontrollera client_id och client_secret.

rest-603 = Åtkomst nekad
    .note = Antingen saknar API-användarens roll en behörighet som anropet kräver, eller så är IP-adressen inte tillåten. Sedan september 2022 ger även ett anrop utan token den här koden, där det tidigare gav 600.
    .remedy = Avbryt, och kontrollera först att begäran har en token i headern Authorization. Om den har det, be Marketo-administratören att kontrollera API-användarens roll och tillåtelselistan under Admin > Web Services > IP Restrictions.

rest-604 = Tidsgränsen för begäran har överskridits
    .note = Begäran drog ut på tiden, till exempel på grund av låsningar i databasen, eller passerade en gräns som angavs i en header. Gränsen är { NUMBER($shortest_timeout) } till { NUMBER($longest_timeout) } sekunder beroende på slutpunkt. Enligt Marketo utfördes begäran inte, men vid en stor batch eller ett lås är det inte säkert.
    .remedy = Vänta och försök igen högst tre gånger, med färre poster i varje begäran och allt längre väntetid mellan försöken. Innan du upprepar ett anrop som skapar eller uppdaterar något, kontrollera att det inte redan har utförts. Om det inte hjälper, lämna felet och dess requestId till Adobes support.

rest-605 = HTTP-metoden stöds inte
    .specific = HTTP-metoden ”{ $method }” stöds inte
    .note = Slutpunkten väntar sig en annan metod. Sync Leads tar till exempel emot POST, men inte GET.
    .remedy = Använd den metod som dokumentationen anger för slutpunkten. En oförändrad begäran ger samma fel igen.

rest-606 = Anropsgränsen har överskridits
    .specific = Anropsgränsen har överskridits: högst { NUMBER($calls) } anrop på { NUMBER($seconds) } sekunder
    .note = Fler än { NUMBER($calls) } anrop gjordes under de senaste { NUMBER($seconds) } sekunderna. Anrop till alla API-tjänster i instansen räknas ihop.
    .remedy = Vänta { NUMBER($seconds) } sekunder före nästa anrop, och skicka sedan begäran igen. Gör därefter högst { NUMBER($recommended) } anrop på { NUMBER($seconds) } sekunder i den här integrationen. Avbryt efter tre försök och låt utvecklaren sprida ut anropen.

rest-607 = Dygnskvoten är förbrukad
    .note = Dygnets anrop överskrider prenumerationens kvot, vanligen { NUMBER($calls) } anrop per dygn. Kvoten nollställs kl. 00.00 CST (midnatt, amerikansk centraltid).
    .remedy = Gör inga fler anrop förrän kvoten har nollställts, och låt klientprogrammet räkna ut den lokala tiden (i Sverige är det på morgonen). Skicka sedan begäran en gång till. Om kvoten ofta tar slut, se efter hur stor den är under Admin > Web Services och be din kundansvariga hos Adobe (account manager) att höja den.

rest-608 = API:et är tillfälligt otillgängligt
    .note = Dokumentationen anger varken orsak eller varaktighet. Begäran utfördes inte.
    .remedy = Vänta och försök igen högst tre gånger, med allt längre väntetid mellan försöken. Om det inte hjälper, lämna felet och dess requestId till Adobes support.

rest-609 = Ogiltig JSON
    .note = Servern kunde inte tolka bodyn i begäran.
    .remedy = Testa bodyn i en JSON-parser och rätta koden som bygger den. En oförändrad begäran ger samma fel igen.

rest-610 = Den begärda resursen hittades inte
    .note = URI:n motsvarar ingen slutpunkt i REST-API:et. Ofta är den felstavad eller felaktigt uppbyggd. Koden betyder aldrig att en post saknas.
    .remedy = Jämför URI:n med dokumentationen för slutpunkten och rätta den. En oförändrad begäran ger samma fel igen.

rest-611 = Systemfel
    .note = Ingen annan kod täcker felet. Serverns text kan säga vad som misslyckades. Begäran kan ändå ha utförts.
    .remedy = Läs serverns text och rätta det som den nämner. Innan du upprepar ett anrop som skapar eller uppdaterar något, kontrollera att det inte redan har utförts. Om texten inte hjälper, avbryt och lämna felet till utvecklaren.

rest-611-unspecified = Systemfel utan närmare uppgifter
    .note = Servern säger inte vad som misslyckades. Felet kan gå över. Begäran kan ändå ha utförts.
    .remedy = Vänta och försök igen högst tre gånger, med allt längre väntetid mellan försöken. Innan du upprepar ett anrop som skapar eller uppdaterar något, kontrollera att det inte redan har utförts. Om det inte hjälper, lämna felet och dess requestId till Adobes support.

rest-612 = Ogiltig innehållstyp (Content-Type)
    .note = Headern Content-Type saknas, eller så passar den inte slutpunkten.
    .remedy = Skicka application/json till JSON-slutpunkter, application/x-www-form-urlencoded tillsammans med _method=GET och multipart/form-data vid import. En oförändrad begäran ger samma fel igen.

rest-613 = Ogiltig multipart-begäran
    .note = Bodyn i POST-begäran är inte uppbyggd så som formatet kräver.
    .remedy = Rätta parametern boundary och headrarna i varje del, eller låt ett bibliotek bygga bodyn som multipart/form-data. En oförändrad begäran ger samma fel igen.

rest-614 = Ogiltig prenumeration
    .note = Prenumerationen som anropet riktar sig till finns inte eller går inte att nå. Oftast är felet tillfälligt. Om värdnamnet är fel eller prenumerationen är avslutad går det inte över.
    .remedy = Kontrollera värdnamnet i URL:en. Vänta och försök igen högst tre gånger, med allt längre väntetid mellan försöken. Om det inte hjälper, avbryt och be Marketo-administratören att kontrollera värdnamnet och prenumerationen.

rest-615 = Gränsen för samtidiga anrop har nåtts
    .specific = Gränsen för samtidiga anrop har nåtts: högst { NUMBER($concurrent_calls) } anrop samtidigt
    .note = Prenumerationen har redan { NUMBER($concurrent_calls) } pågående anrop. Anrop från alla integrationer i instansen räknas ihop.
    .remedy = Vänta några sekunder tills ett av de pågående anropen är klart, och skicka sedan begäran igen. Kör högst { NUMBER($recommended) } anrop samtidigt i den här integrationen. Avbryt efter tre försök och låt utvecklaren minska antalet samtidiga anrop.

rest-616 = Fel typ av prenumeration
    .note = Custom Object Metadata API kräver en annan typ av Marketo-prenumeration.
    .remedy = Avbryt, för klientprogrammet kan inte lösa felet. Fråga din kundansvariga hos Adobe (account manager) eller din Customer Success Manager vilken typ som krävs och hur du får den.

rest-701 = Fältet får inte vara tomt
    .specific = Fältet ”{ $field }” får inte vara tomt
    .note = Ett fält som måste ha ett värde har inget. Samma kod kommer även när ett värde är för långt.
    .remedy = Ge fältet ett värde, eller förkorta värdet om serverns text nämner en längd. En oförändrad begäran ger samma fel igen.

rest-702 = Inga data hittades, eller så nekades anropet
    .note = Koden har flera betydelser. Den kan stå för en sökning utan träff, för ett objekt som inte finns och, i Asset API, för ett anrop som inte är tillåtet. Serverns text visar vilken som gäller.
    .remedy = Läs serverns text och rätta det som den nämner. Om texten inte hjälper, avbryt och lämna felet till utvecklaren.

rest-702-no_data = Sökningen gav inga träffar
    .note = Ingen post matchar sökparametrarna. Många andra sökningar svarar då med success=true och en varning.
    .remedy = Godta svaret: sökningen gav inget. Om en post skulle skrivas utifrån sökningen, lägg den åt sidan och fortsätt med de andra. Om något borde ha matchat, låt utvecklaren kontrollera sökparametrarna.

rest-702-object_not_found = Objektet i begäran hittades inte
    .note = Begäran hänvisar till en tillgång (asset), en mapp eller en lista som inte finns. Objektet kan ha tagits bort.
    .remedy = Rätta id:t eller namnet i begäran, och kontrollera att objektet finns i den här instansen. En oförändrad begäran ger samma fel igen.

rest-703 = Funktionen är inte aktiverad för prenumerationen
    .note = Anropet kräver en betafunktion.
    .remedy = Avbryt, för klientprogrammet kan inte lösa felet. Be din kundansvariga hos Adobe (account manager) att se till att funktionen aktiveras.

rest-704 = Ogiltigt datumformat
    .note = Antingen är ett datum inte skrivet så som slutpunkten kräver, eller så är ett id för dynamiskt innehåll ogiltigt.
    .remedy = Skriv datumet i det format som dokumentationen anger för slutpunkten, eller rätta id:t för det dynamiska innehållet. En oförändrad begäran ger samma fel igen.

rest-709 = Brott mot en affärsregel
    .note = Anropet gör något med en tillgång (asset) som Marketo inte tillåter. Exempel är ett e-postmeddelande utan mall eller ett godkännande av en tillgång som saknar utkast. Serverns text kan säga vilken regel det gäller.
    .remedy = Läs serverns text, och ändra begäran eller tillgången så att regeln följs. En oförändrad begäran ger samma fel igen.

rest-709-name_taken = Namnet är upptaget
    .note = Det finns redan en tillgång (asset) med det namnet.
    .remedy = Välj ett annat namn, eller använd den befintliga tillgången. En oförändrad begäran ger samma fel igen.

rest-710 = Den överordnade mappen hittades inte
    .note = Begäran hänvisar till en mapp som inte finns.
    .remedy = Rätta den överordnade mappen i begäran, eller skapa mappen först. En oförändrad begäran ger samma fel igen.

rest-711 = Inkompatibel mapptyp
    .note = Mappen i begäran är av en typ som anropet inte godtar.
    .remedy = Välj en mapp av en typ som passar anropet. En oförändrad begäran ger samma fel igen.

rest-712 = Sammanslagning med ett personkonto (Person Account) tillåts inte
    .note = Merge Leads misslyckades. Leads som är personkonton i Salesforce (Person Accounts) måste slås samman där. En del av sammanslagningen kan ändå ha utförts.
    .remedy = Ta bort dessa leads ur anropet, och kontrollera om någon del av sammanslagningen utfördes. Be Marketo-administratören att se till att de slås samman i Salesforce. En oförändrad begäran ger samma fel igen.

rest-713 = Tillfälligt fel
    .note = En systemresurs gick inte att använda just då. Begäran kan ändå ha utförts.
    .remedy = Vänta och försök igen högst tre gånger, med allt längre väntetid mellan försöken. Innan du upprepar ett anrop som skapar eller uppdaterar något, kontrollera att det inte redan har utförts. Om det inte hjälper, lämna felet och dess requestId till Adobes support.

rest-714 = Standardposttypen hittades inte
    .note = Merge Leads kunde inte utföras utan standardposttypen.
    .remedy = Avbryt, för klientprogrammet kan inte lösa felet. Be Marketo-administratören att se till att det finns en standardposttyp. Gör om anropet först därefter.

rest-718 = ExternalSalesPersonID hittades inte
    .note = Sync Opportunities anropades med ett värde i externalSalesPersonId som inte finns.
    .remedy = Rätta externalSalesPersonId, eller skapa säljaren först. En oförändrad begäran ger samma fel igen.

rest-719 = Väntan på ett lås tog för lång tid
    .note = Clone Program fick inte låset i tid. Det nya programmet kan ändå ha skapats.
    .remedy = Vänta och försök igen högst tre gånger, med allt längre väntetid mellan försöken. Innan du upprepar anropet, kontrollera att det nya programmet inte redan finns. Om det inte hjälper, lämna felet och dess requestId till Adobes support.

rest-1001 = Värdet har fel typ
    .specific = Värdet ”{ $value }” är inte av typen ”{ $type }”
    .note = En parameter kräver en annan typ, till exempel ett heltal där anropet har en sträng.
    .remedy = Ge värdet den typ som dokumentationen anger för parametern. Lägg en nekad post åt sidan och fortsätt med de andra, eller avbryt om hela begäran nekades. En oförändrad begäran ger samma fel igen.

rest-1002 = Värde saknas för en obligatorisk parameter
    .specific = Värde saknas för den obligatoriska parametern ”{ $parameter }”
    .note = Slutpunkten kräver parametern, men den finns inte i anropet.
    .remedy = Lägg till parametern, med ett värde. Lägg en nekad post åt sidan och fortsätt med de andra, eller avbryt om hela begäran nekades. En oförändrad begäran ger samma fel igen.

rest-1003 = Ogiltiga data
    .specific = Ogiltigt värde ”{ $value }” för fältet ”{ $field }”
    .note = Något i anropet passar inte slutpunkten eller läget, till exempel id tillsammans med createOnly, eller Request Campaign för en batchkampanj. I Get Lead Activities och Get Lead Changes kan koden också betyda att listId anger en lista med minst { NUMBER($list_members) } leads. Det gäller från 2026-09-30 eller 2026-12-30 (dokumentationen ger båda datumen).
    .remedy = Läs serverns text och rätta det som den nämner. Lägg en nekad post åt sidan och fortsätt med de andra, eller avbryt om hela begäran nekades. En oförändrad begäran ger samma fel igen.

rest-1003-too_many_results = Sökningen eller listan är för stor för slutpunkten
    .note = En sökning med Get Leads by Filter Type får matcha högst { NUMBER($results) } leads. För programmedlemmar är gränsen { NUMBER($program_members) }.
    .remedy = Begränsa sökningen, eller dela upp sökningen eller listan i mindre delar och gör ett anrop för varje del. Om det inte går, använd Bulk Extract. Om även en sådan del nekas, avbryt och lämna felet till utvecklaren.

rest-1004 = Leadet hittades inte
    .specific = Leadet ”{ $lead }” hittades inte
    .note = Inget lead som API-användaren får se har den här nyckeln. Ett lead i en partition som API-användaren inte får se ger samma svar som ett som inte finns.
    .remedy = Godta svaret: en sökning gav inget, och en borttagning är redan gjord. Om posten skulle skrivas, lägg den åt sidan och fortsätt med de andra. Om leadet borde finnas, låt utvecklaren kontrollera nyckeln och vilka partitioner API-användaren får se.

rest-1005 = Leadet finns redan
    .note = Med action=createOnly hoppar Marketo över en post vars nyckel redan hör till ett lead.
    .remedy = Lägg posten åt sidan och fortsätt med de andra. Om det befintliga leadet ska ändras, skicka posten med action=updateOnly eller action=createOrUpdate. En oförändrad post ger samma fel igen.

rest-1006 = Fältet hittades inte
    .specific = Fältet ”{ $field }” hittades inte
    .note = Ett namn i anropet hör inte till något giltigt fält. Det kan också vara namnet på ett uppslagsfält.
    .remedy = Jämför namnet med de API-namn som Describe ger, och rätta det. Lägg en nekad post åt sidan och fortsätt med de andra, eller avbryt om hela begäran nekades. En oförändrad begäran ger samma fel igen.

rest-1007 = Flera leads matchar sökvillkoren
    .note = En uppdatering kräver en nyckel som bara hör till en post. Här ger fältet i lookupField ingen sådan nyckel.
    .remedy = Lägg posten åt sidan och fortsätt med de andra. Ange ett fält med unika värden i lookupField, till exempel id, eller se till att dubbletterna slås samman först. En oförändrad post ger samma fel igen.

rest-1008 = Åtkomst nekad till partitionen
    .specific = Åtkomst nekad till partitionen ”{ $partition }”
    .note = API-användaren har inte åtkomst till någon arbetsyta med den här partitionen.
    .remedy = Avbryt, och kontrollera först att partitionName är rätt om anropet har den parametern. Om den är rätt, be Marketo-administratören att ge API-användaren åtkomst till en arbetsyta med partitionen.

rest-1009 = Partitionsnamn måste anges
    .note = Parametern partitionName saknas. Dokumentationen säger inget mer om när den krävs.
    .remedy = Lägg till partitionName med namnet på rätt partition. Lägg en nekad post åt sidan och fortsätt med de andra, eller avbryt om hela begäran nekades. En oförändrad begäran ger samma fel igen.

rest-1010 = Partitionen får inte ändras
    .note = Posten finns redan, i en annan leadpartition än den som anropet gäller.
    .remedy = Lägg posten åt sidan och fortsätt med de andra. Låt partitionName ange den partition där posten redan finns. En oförändrad post ger samma fel igen.

rest-1011 = Fältet stöds inte
    .specific = Fältet ”{ $field }” stöds inte
    .note = Anropet anger ett standardfält i lookupField eller filterType som inte går att använda där, till exempel firstName eller lastName.
    .remedy = Välj ett fält som slutpunkten stöder i lookupField eller filterType. Lägg en nekad post åt sidan och fortsätt med de andra, eller avbryt om hela begäran nekades. En oförändrad begäran ger samma fel igen.

rest-1012 = Ogiltigt cookievärde
    .specific = Ogiltigt cookievärde ”{ $value }”
    .note = Värdet stod i parametern cookie för Associate Lead, eller i filterValues tillsammans med filterType=cookies.
    .remedy = Skicka hela värdet i cookien _mkto_trk, och URL-koda det när det står i en URL. Lägg en nekad post åt sidan och fortsätt med de andra, eller avbryt om hela begäran nekades. En oförändrad begäran ger samma fel igen.

rest-1013 = Objektet hittades inte
    .note = Objektet kan vara en lista eller en kampanj som anropet anger med id. Det kan också vara en post, till exempel ett företag, ett anpassat objekt eller ett medlemskap.
    .remedy = Kontrollera id:t eller nyckeln och att objektet finns i den här instansen, och rätta anropet. Lägg en nekad post åt sidan och fortsätt med de andra, eller avbryt om hela begäran nekades. En oförändrad begäran ger samma fel igen.

rest-1013-absent = Posten finns inte
    .note = Svaret gäller bara den här posten, som anropet skulle söka upp, uppdatera eller ta bort.
    .remedy = Godta svaret: en sökning gav inget, och en borttagning är redan gjord. Om posten skulle uppdateras, lägg den åt sidan och fortsätt med de andra. Om den borde finnas, låt utvecklaren kontrollera nyckeln.

rest-1014 = Objektet kunde inte skapas
    .note = Objektet kan till exempel vara en lista. Dokumentationen anger ingen orsak. Något kan ändå ha skapats.
    .remedy = Upprepa inte anropet, utan kontrollera om objektet finns. Om det inte finns, lämna felet och dess requestId till Adobes support.

rest-1015 = Leadet finns inte i listan
    .note = Koden är bara känd från anrop som tar bort leads ur en lista.
    .remedy = Godta svaret: en borttagning är redan gjord, och en sökning gav inget. Om en skrivning kräver att leadet är medlem, lägg posten åt sidan och fortsätt med de andra. Om leadet borde finnas i listan, låt utvecklaren kontrollera leadets och listans id:n.

rest-1016 = För många importer
    .note = Importkön är full. I en instans får högst { NUMBER($queued_imports) } importer ligga i kö och högst { NUMBER($running_imports) } köras samtidigt.
    .remedy = Vänta 1 minut före nästa försök, sedan 2 minuter, därefter 4 minuter varje gång. Om kön fortfarande är full efter två timmar, avbryt och låt utvecklaren sprida ut importerna.

rest-1017 = Objektet finns redan
    .note = Anropet skulle skapa en ny post. Ingen post skapades.
    .remedy = Lägg posten åt sidan och fortsätt med de andra. Om den befintliga posten ska ändras, skicka en uppdatering i stället. En oförändrad post ger samma fel igen.

rest-1018 = En CRM-integration är aktiverad
    .note = Anropet kan inte utföras i en instans med inbyggd (native) CRM-integration.
    .remedy = Ta bort anropet ur den här integrationen, och gör ändringen i CRM-systemet i stället. Lägg en nekad post åt sidan och fortsätt med de andra, eller avbryt om hela begäran nekades. En oförändrad begäran ger samma fel igen.

rest-1019 = Import pågår
    .note = En annan import till samma mållista är inte klar.
    .remedy = Vänta 1 minut före nästa försök, sedan 2 minuter, därefter 4 minuter varje gång. Om den andra importen fortfarande inte är klar efter två timmar, avbryt och låt utvecklaren kontrollera dess status.

rest-1020 = Dygnskvoten för kloning till program är förbrukad
    .note = En prenumeration får använda cloneToProgramName i Schedule Campaign { NUMBER($clones) } gånger per dygn. När kvoten nollställs är inte dokumenterat.
    .remedy = Gör inga fler anrop med cloneToProgramName i dag, och försök en gång nästa dygn. Om programmet behövs tidigare, använd Clone Program. Om kvoten ofta tar slut, låt utvecklaren gå över till Clone Program.

rest-1021 = Företaget får inte uppdateras
    .note = Företagsuppgifter får inte uppdateras genom Sync Leads.
    .remedy = Ta bort företagsfälten ur anropet, och skicka dem med Sync Companies. Lägg en nekad post åt sidan och fortsätt med de andra, eller avbryt om hela begäran nekades. En oförändrad begäran ger samma fel igen.

rest-1022 = Objektet används
    .note = Objektet kan inte tas bort så länge ett annat objekt använder det.
    .remedy = Ta reda på var objektet används, och se till att det inte längre används där innan du tar bort det. Lägg en nekad post åt sidan och fortsätt med de andra, eller avbryt om hela begäran nekades. En oförändrad begäran ger samma fel igen.

rest-1025 = Programstatusen hittades inte
    .note = Programmets kanal har ingen status med det namn som Change Lead Program Status fick i statusName.
    .remedy = Ange en status i statusName som finns i programmets kanal. Lägg en nekad post åt sidan och fortsätt med de andra, eller avbryt om hela begäran nekades. En oförändrad begäran ger samma fel igen.

rest-1026 = Anpassade objekt är inte aktiverade
    .note = Anropet kräver en funktion som instansen inte har.
    .remedy = Avbryt, för klientprogrammet kan inte lösa felet. Be din kundansvariga hos Adobe (account manager) att se till att anpassade objekt aktiveras.

rest-1027 = Högsta antalet aktivitetstyper har nåtts
    .note = Gränsen gäller prenumerationens anpassade aktivitetstyper. Dokumentationen anger ingen siffra.
    .remedy = Avbryt, för klientprogrammet kan inte lösa felet. Be Marketo-administratören att ta bort en anpassad aktivitetstyp som inte längre behövs. Om alla behövs, be din kundansvariga hos Adobe (account manager) att höja gränsen.

rest-1028 = Högsta antalet fält har nåtts
    .note = En anpassad aktivitet får ha högst { NUMBER($secondary_attributes) } sekundära attribut.
    .remedy = Utelämna sekundära attribut som inte behövs, eller fördela dem på två aktivitetstyper. Lägg en nekad post åt sidan och fortsätt med de andra, eller avbryt om hela begäran nekades. En oförändrad begäran ger samma fel igen.

rest-1029 = Exporten nekades
    .note = Koden har tre betydelser. Kön kan vara full, dygnskvoten för export kan vara förbrukad, eller så kan jobbet redan ligga i kön. Bara serverns text visar vilken som gäller.
    .remedy = Läs serverns text, och kontrollera om jobbet redan ligger i kön. Om det inte gör det, vänta 1 minut före nästa försök, sedan 2 minuter, därefter 4 minuter varje gång. Om exporten fortfarande nekas efter två timmar, avbryt och lämna felet till utvecklaren.

rest-1029-queue_full = För många jobb i kön
    .note = I en instans får högst { NUMBER($queued_exports) } jobb från Bulk Extract ligga i kö och högst { NUMBER($running_exports) } köras samtidigt.
    .remedy = Vänta 1 minut före nästa försök, sedan 2 minuter, därefter 4 minuter varje gång. Om kön fortfarande är full efter två timmar, avbryt och låt utvecklaren sprida ut exporterna.

rest-1029-export_quota_used_up = Dygnskvoten för export är förbrukad
    .note = Kvoten är som standard { NUMBER($export_megabytes) } MB per dygn. Den nollställs kl. 00.00 CST (midnatt, amerikansk centraltid). Både Create och Enqueue kan ge koden.
    .remedy = Starta inga fler exporter förrän kvoten har nollställts, och låt klientprogrammet räkna ut den lokala tiden (i Sverige är det på morgonen). Skicka sedan begäran en gång till. Om kvoten ofta tar slut, be din kundansvariga hos Adobe (account manager) att höja den.

rest-1029-already_queued = Jobbet ligger redan i kön
    .note = Ett tidigare anrop har lagt jobbet med detta export-id i kön.
    .remedy = Godta svaret, för inget har gått fel. Fråga efter exportens status högst en gång i minuten, tills jobbet är klart eller har misslyckats. Om det inte är klart efter några timmar, sluta fråga och låt utvecklaren kontrollera kön.

rest-1035 = Filtertypen stöds inte
    .specific = Filtertypen ”{ $filter }” stöds inte
    .note = Prenumerationen stöder inte det här filtret i Bulk Extract av leads, anpassade objekt eller programmedlemmar. Det kan vara updatedAt, smartListId eller smartListName.
    .remedy = Avbryt, för samma filter nekas igen. Använd createdAt så länge. Be Adobes support att aktivera filtret för prenumerationen.

rest-1036 = Dubblett i indata
    .note = Två eller flera poster i anropet har samma främmande nyckel (foreign key), till exempel samma externalCompanyId i Sync Companies.
    .remedy = Lägg posterna med samma nyckel åt sidan och fortsätt med de andra. Gör en enda post av dem, eller rätta nyckeln. Oförändrade poster ger samma fel igen.

rest-1037 = Leadet hoppades över
    .note = Inget ändrades. Antingen har leadet redan den status som anges i statusName eller har passerat den, eller så skulle det tas bort ur ett program som det inte är med i.
    .remedy = Godta svaret, för inget har gått fel. Om leadet borde ha ändrats, låt utvecklaren kontrollera statusName och leadets nuvarande status.

rest-1037-not_in_program = Leadet finns inte i programmet
    .note = Anropet skulle ta bort leadet ur programmet. Det fanns inget att ta bort.
    .remedy = Godta svaret, för borttagningen är redan gjord. Om leadet borde ha funnits i programmet, låt utvecklaren kontrollera leadets och programmets id:n.

rest-1042 = Ogiltigt datum i runAt
    .note = Schedule Campaign godtar ingen tidpunkt som ligger mer än { NUMBER($years_ahead) } år fram i tiden.
    .remedy = Välj ett tidigare datum i runAt. Om kampanjen ska köras senare än så, schemalägg den när dagen är närmare. En oförändrad begäran ger samma fel igen.

rest-1048 = Utkastet till det anpassade objektet kunde inte kasseras
    .note = Dokumentationen anger ingen orsak. Utkastet kan ändå ha kasserats.
    .remedy = Upprepa inte anropet, utan kontrollera om utkastet finns kvar. Om det gör det, lämna felet och dess requestId till Adobes support.

rest-1049 = Aktiviteten kunde inte skapas
    .note = Arrayen attributes är för lång. I en aktivitet får den vara högst { NUMBER($bytes) } byte.
    .remedy = Lägg aktiviteten åt sidan och fortsätt med de andra. Förkorta värdena i attributes, för det hjälper inte att dela upp batchen. En oförändrad aktivitet ger samma fel igen.

rest-1076 = Merge Leads med mergeInCRM ger en dubblett i Salesforce
    .note = Serverns text kommer från Salesforce. I dokumentationens titel står det att flaggan mergeInCRM är 4, men inte vad det betyder. En del av sammanslagningen kan ändå ha utförts.
    .remedy = Lägg dessa leads åt sidan, och kontrollera om någon del av sammanslagningen utfördes. Använd en befintlig post i stället, så att ingen dubblett skapas. Om du inte hittar någon, be Marketo-administratören att leta efter den i Salesforce.

rest-1077 = Merge Leads misslyckades eftersom värdet i ett Salesforce-fält är för långt
    .note = Anropet hade mergeInCRM=true, och värdet ryms inte i fältet i Salesforce (SFDC Field). En del av sammanslagningen kan ändå ha utförts.
    .remedy = Lägg dessa leads åt sidan, och kontrollera om någon del av sammanslagningen utfördes. Förkorta värdet, eller sätt mergeInCRM till false. En oförändrad begäran ger samma fel igen.

rest-1078 = Merge Leads misslyckades eftersom posten är borttagen, varken är lead eller kontakt eller inte uppfyller fältfiltrets villkor
    .note = Sammanslagningen misslyckades i det CRM-system som Marketo har en inbyggd (native) synkronisering med, och serverns text kommer från Salesforce. En del av sammanslagningen kan ändå ha utförts.
    .remedy = Lägg dessa leads åt sidan, och kontrollera om någon del av sammanslagningen utfördes. Fråga Marketo-administratören vilken av orsakerna det är i CRM-systemet. Rätta sedan anropet eller utelämna mergeInCRM, för en oförändrad begäran ger samma fel igen.

rest-1079 = Merge Leads misslyckades eftersom flera poster har samma personliga URL (Personalized URL)
    .note = Konflikten gäller de poster som skulle slås samman. Ingen av dem slogs samman.
    .remedy = Lägg dessa leads åt sidan, för klientprogrammet kan inte lösa felet. Be Marketo-administratören att slå samman dem i Marketo Engages gränssnitt.

rest-1080 = För många leads att slå samman
    .note = Sedan 2026-03-31 hoppar Marketo över anrop till Merge Leads med fler än { NUMBER($lead_ids) } id:n i leadIds.
    .remedy = Dela upp sammanslagningen på flera anrop med högst { NUMBER($lead_ids) } id:n i leadIds, och låt samma lead bli kvar i alla. Om även ett sådant anrop hoppas över, avbryt och låt utvecklaren kontrollera leadIds.
