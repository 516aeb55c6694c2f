//! A client of Marketo's REST API to copy: token, pacing, decision and retry stand in here, and nowhere else.

use std::{
    fmt,
    sync::{Mutex, PoisonError},
    time::{Duration, SystemTime},
};

use felkod::{
    EscalateTo, Locale, Reader, Report,
    retry::{Attempts, Budget, Decision, Failure, Idempotency, Pacer, Piece, Policy, Reason},
};
use reqwest::{Client, Method, Url, header, redirect};
use serde_json::Value;

/// A client of one instance, for any number of tasks.
pub(crate) struct Marketo {
    http: Client,
    base: Url,
    client_id: String,
    client_secret: String,
    /// The access token. Whoever renews it holds the lock, so that there is one call however many tasks need one.
    token: tokio::sync::Mutex<String>,
    policy: Policy,
    budget: Budget,
    pacer: Mutex<Pacer>,
}

/// A call that went through.
#[derive(Debug)]
pub(crate) struct Answer {
    /// The last response.
    pub(crate) body: Value,
    /// The records of the request, by index, that were rejected and would be rejected again.
    pub(crate) set_aside: Vec<usize>,
}

/// Why a call did not go through.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    /// felkod gave up, after a response or after none.
    #[error("gave up: {reason}, turn to {}", who.label(Locale::En))]
    GaveUp { reason: Reason, who: EscalateTo, report: Option<Box<Report>> },
    /// The request is too large.
    #[error("the request is too large: send {limit:?} at a time")]
    TooLarge { limit: Option<Piece> },
    /// The client cannot be built, or the path is no path.
    #[error(transparent)]
    Request(#[from] reqwest::Error),
    /// The address or the path is wrong.
    #[error("no address of this instance: {0}")]
    Address(String),
}

/// Shows neither the secret nor the token.
impl fmt::Debug for Marketo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Marketo").field("base", &self.base.as_str()).finish_non_exhaustive()
    }
}

impl Marketo {
    /// Makes a client of the instance at an address, such as `https://123-ABC-456.mktorest.com`.
    pub(crate) fn new(
        address: &str,
        client_id: &str,
        client_secret: &str,
        policy: Policy,
    ) -> Result<Self, Error> {
        let base = Url::parse(address).map_err(|_| Error::Address(address.to_owned()))?;
        let origin = base.origin();
        // The token goes to this instance only, whatever a redirect says.
        let redirects = redirect::Policy::custom(move |redirect| {
            if redirect.url().origin() == origin && redirect.previous().len() < 5 {
                redirect.follow()
            } else {
                redirect.stop()
            }
        });
        let http = Client::builder().redirect(redirects).timeout(Duration::from_secs(300)).build()?;
        Ok(Self {
            http,
            base,
            client_id: client_id.to_owned(),
            client_secret: client_secret.to_owned(),
            token: tokio::sync::Mutex::default(),
            budget: Budget::of(&policy),
            pacer: Mutex::new(Pacer::new(&policy.figures)),
            policy,
        })
    }

    /// Makes a call until it goes through or felkod gives up. Of a body with `input`, only the records are sent again whose
    /// failure passes.
    pub(crate) async fn call(
        &self,
        method: Method,
        path: &str,
        mut body: Option<Value>,
    ) -> Result<Answer, Error> {
        let action = body.as_ref().and_then(|body| body["action"].as_str());
        let mut attempts = Attempts::of(Idempotency::of(method.as_str(), path, action));
        // Where the records of the current request stand in the first one.
        let mut places: Vec<usize> = (0..body.as_ref().map_or(0, records)).collect();
        let mut set_aside = Vec::new();
        let mut token = self.token.lock().await.clone();
        loop {
            if token.is_empty() {
                token = self.renewed("").await?;
            }
            let response = self.send(&method, path, body.as_ref(), &token).await?;
            let (decision, answer, report) = match response {
                Ok((report, answer)) => {
                    self.pacer().learn(&self.policy, &report, now());
                    let decision = self.policy.decide_within(&self.budget, &mut attempts, &report, now());
                    (decision, answer, Some(Box::new(report)))
                }
                Err(failure) => {
                    let decision = self.policy.decide_within(&self.budget, &mut attempts, failure, now());
                    (decision, Value::Null, None)
                }
            };
            tokio::time::sleep(decision.after().unwrap_or_default()).await;
            match decision {
                Decision::Done { set_aside: rest, .. } => {
                    set_aside.extend(rest.iter().filter_map(|record| places.get(*record)));
                    return Ok(Answer { body: answer, set_aside });
                }
                Decision::Renew { .. } => token = self.renewed(&token).await?,
                Decision::Resend { records, set_aside: rest, .. } => {
                    set_aside.extend(rest.iter().filter_map(|record| places.get(*record)));
                    places = records.iter().filter_map(|record| places.get(*record).copied()).collect();
                    if let Some(Value::Array(input)) = body.as_mut().map(|body| &mut body["input"]) {
                        *input = records.iter().filter_map(|record| input.get(*record).cloned()).collect();
                    }
                }
                Decision::Reduce { limit } => return Err(Error::TooLarge { limit }),
                Decision::GiveUp { reason, who } => return Err(Error::GaveUp { reason, who, report }),
                Decision::Retry { .. } | _ => {}
            }
        }
    }

    /// Returns a token that is not the rejected one.
    async fn renewed(&self, rejected: &str) -> Result<String, Error> {
        let mut token = self.token.lock().await;
        if !token.is_empty() && *token != rejected {
            return Ok(token.clone());
        }
        let mut attempts = Attempts::of(Idempotency::Read);
        let form = form_urlencoded::Serializer::new(String::new())
            .append_pair("grant_type", "client_credentials")
            .append_pair("client_id", &self.client_id)
            .append_pair("client_secret", &self.client_secret)
            .finish();
        loop {
            // In the body: addresses are logged on the way.
            let request = self.http.post(self.url("/identity/oauth/token")?).body(form.clone());
            let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
            let (decision, report) = match self.read(request).await {
                Ok((_, json)) if json["access_token"].is_string() => {
                    json["access_token"].as_str().unwrap_or_default().clone_into(&mut token);
                    return Ok(token.clone());
                }
                Ok((report, _)) => {
                    let decision = self.policy.decide_within(&self.budget, &mut attempts, &report, now());
                    (decision, Some(Box::new(report)))
                }
                Err(failure) => {
                    (self.policy.decide_within(&self.budget, &mut attempts, failure, now()), None)
                }
            };
            match decision {
                Decision::Retry { after } => tokio::time::sleep(after).await,
                Decision::GiveUp { reason, who } => return Err(Error::GaveUp { reason, who, report }),
                // The response has no token, and none is to be had by asking again.
                Decision::Done { .. }
                | Decision::Renew { .. }
                | Decision::Reduce { .. }
                | Decision::Resend { .. }
                | _ => {
                    return Err(Error::GaveUp { reason: Reason::FixSetup, who: EscalateTo::Admin, report });
                }
            }
        }
    }

    /// Makes one attempt, when the pacer lets it.
    async fn send(
        &self,
        method: &Method,
        path: &str,
        body: Option<&Value>,
        token: &str,
    ) -> Result<Result<(Report, Value), Failure>, Error> {
        let mut request = self.http.request(method.clone(), self.url(path)?).bearer_auth(token);
        if let Some(body) = body {
            request = request.header(header::CONTENT_TYPE, "application/json").body(body.to_string());
        }
        loop {
            let wait = self.pacer().acquire(now());
            if wait.is_zero() {
                break;
            }
            tokio::time::sleep(wait).await;
        }
        let response = self.read(request).await;
        self.pacer().release();
        Ok(response)
    }

    async fn read(&self, request: reqwest::RequestBuilder) -> Result<(Report, Value), Failure> {
        let response = request.send().await.map_err(|error| failure(&error))?;
        let mut reader = Reader::new().status(response.status().as_u16());
        for (name, value) in response.headers() {
            reader = reader.header(name.as_str(), value.to_str().unwrap_or_default());
        }
        let body = response.bytes().await.map_err(|error| failure(&error))?;
        Ok((reader.read(&body), serde_json::from_slice(&body).unwrap_or_default()))
    }

    /// Returns the address of a path of this instance, and of no other host.
    fn url(&self, path: &str) -> Result<Url, Error> {
        let url = self.base.join(path).map_err(|_| Error::Address(path.to_owned()))?;
        if url.origin() == self.base.origin() { Ok(url) } else { Err(Error::Address(path.to_owned())) }
    }

    fn pacer(&self) -> std::sync::MutexGuard<'_, Pacer> {
        self.pacer.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn records(body: &Value) -> usize {
    body["input"].as_array().map_or(0, Vec::len)
}

/// Tells how a call failed that got no whole response.
fn failure(error: &reqwest::Error) -> Failure {
    match (error.is_connect(), error.is_timeout()) {
        (true, true) => Failure::TimedOutBeforeSending,
        (true, false) => Failure::Refused,
        (false, true) => Failure::TimedOutAfterSending,
        (false, false) => Failure::ConnectionLost,
    }
}

/// Returns the time in Unix milliseconds.
fn now() -> u64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}
