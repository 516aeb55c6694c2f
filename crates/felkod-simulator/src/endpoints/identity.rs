//! The identity endpoint: any client id and secret get a token.

use super::Context;
use crate::{
    body::{self, Refusal, rest},
    marketo::State,
    request::Reply,
};

pub(super) fn token(context: &mut Context<'_, '_>, state: &mut State) -> Reply {
    let parameters = &context.parameters;
    let client = parameters.of("client_id").zip(parameters.of("client_secret"));
    match (parameters.of("grant_type"), client) {
        (Some("client_credentials"), Some((client, _))) => {
            let (token, left) = state.tokens.issue(client, context.now, context.limits);
            rest::plain(vec![
                ("access_token", token.into()),
                ("token_type", "bearer".into()),
                ("expires_in", left.into()),
                ("scope", "simulator@example.com".into()),
            ])
        }
        (Some("client_credentials"), None) => {
            let refusal = Refusal::from(felkod::Code::RestClientCredentialsInvalid);
            context.codes.push(refusal.code.as_u32().to_string());
            body::rejection(&refusal, context.request_id)
        }
        (grant, _) => {
            let grant: String = grant.unwrap_or_default().chars().take(100).collect();
            rest::oauth(400, "unsupported_grant_type", &format!("Unsupported grant type: {grant}"))
        }
    }
}
