//! Syncs leads with reqwest, through whatever goes wrong:
//!
//! ```sh
//! felkod simulate --scenario tests/simulator/short.yaml
//! cargo run -p felkod-simulator --example client -- http://127.0.0.1:8610
//! ```
//!
//! The client is in `marketo.rs`. For a real instance, reqwest needs its default features, which bring TLS.

mod marketo;

use std::error::Error;

use felkod::retry::Policy;
use reqwest::Method;
use serde_json::json;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "http://127.0.0.1:8610".to_owned());
    let secret = std::env::var("MARKETO_CLIENT_SECRET").unwrap_or_default();
    let marketo = marketo::Marketo::new(&address, "client", &secret, Policy::default())?;
    for batch in 0..10 {
        let leads: Vec<_> =
            (0..100).map(|lead| json!({"email": format!("lead{batch}-{lead}@example.com")})).collect();
        let body = json!({"action": "createOrUpdate", "lookupField": "email", "input": leads});
        let answer = marketo.call(Method::POST, "/rest/v1/leads.json", Some(body)).await?;
        let (id, set_aside) = (&answer.body["requestId"], answer.set_aside.len());
        println!("batch {batch}: request {id}, {set_aside} records set aside");
    }
    Ok(())
}
