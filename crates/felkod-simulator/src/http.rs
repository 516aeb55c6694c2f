//! HTTP: connections, their bounds, and replies that do not get to the client.

use std::{
    convert::Infallible,
    fmt, io,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    Router,
    body::{Body, Bytes},
    http::{HeaderValue, Request as HttpRequest, Response as HttpResponse, StatusCode, header},
    response::{IntoResponse, Response},
};
use http_body::Frame;
use http_body_util::BodyExt;
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    service::TowerToHyperService,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{Semaphore, oneshot},
};

use crate::{
    control, guard,
    log::Log,
    marketo::Marketo,
    request::{Delivery, Reply, Request},
};

/// How long a client may take for the head of a request and, as long again, for its body. An idle connection is closed
/// after as long.
const PATIENCE: Duration = Duration::from_secs(60);

/// How much of a request's head is read at most, in bytes. It must hold a URI that is too long.
const HEAD: usize = 128 * 1_024;

/// How many bodies of imports are in memory at the same time.
const IMPORTS: usize = 4;

/// What the connections share.
pub(crate) struct Service {
    marketo: Arc<Marketo>,
    log: Log,
    is_loopback: bool,
    connections: Arc<Semaphore>,
    imports: Semaphore,
    /// How many of the next connections are reset.
    refused: AtomicU32,
    control: Router,
}

impl Service {
    pub(crate) fn new(marketo: Arc<Marketo>, log: Log, is_loopback: bool, connections: usize) -> Self {
        let connections = connections.clamp(1, Semaphore::MAX_PERMITS);
        Self {
            control: control::routes(Arc::clone(&marketo)),
            marketo,
            log,
            is_loopback,
            connections: Arc::new(Semaphore::new(connections)),
            imports: Semaphore::new(IMPORTS),
            refused: AtomicU32::new(0),
        }
    }

    /// Takes one of the connections that are to be reset.
    fn takes_refused(&self) -> bool {
        let one_less = |left: u32| left.checked_sub(1);
        self.refused.fetch_update(Ordering::AcqRel, Ordering::Acquire, one_less).is_ok()
    }
}

/// Accepts connections until `stopped`.
pub(crate) async fn serve(listener: TcpListener, service: Service, mut stopped: oneshot::Receiver<()>) {
    let service = Arc::new(service);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = &mut stopped => return,
        };
        let Ok((stream, _)) = accepted else {
            // Out of files, most likely: some connections must end first.
            tokio::time::sleep(Duration::from_millis(10)).await;
            continue;
        };
        if service.takes_refused() {
            reset(stream);
            continue;
        }
        let Ok(permit) = Arc::clone(&service.connections).try_acquire_owned() else { continue };
        let service = Arc::clone(&service);
        tokio::spawn(async move {
            connection(stream, service).await;
            drop(permit);
        });
    }
}

/// Closes a connection so that the client gets a reset, not an end.
fn reset(stream: TcpStream) {
    // If it fails, the client gets an end.
    let _ = stream.set_zero_linger();
    drop(stream);
}

async fn connection(stream: TcpStream, service: Arc<Service>) {
    // Small replies must not wait for one another.
    let _ = stream.set_nodelay(true);
    let answer = service_fn(move |request| {
        let service = Arc::clone(&service);
        async move { answer(&service, request).await }
    });
    // A client that goes away, or that a scenario sends away, is no error of the server's.
    let _ = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(PATIENCE)
        .max_buf_size(HEAD)
        .serve_connection(TokioIo::new(stream), answer)
        .await;
}

/// The connection is to be closed without a response.
#[derive(Debug)]
struct Dropped;

impl fmt::Display for Dropped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the scenario closes the connection")
    }
}

impl std::error::Error for Dropped {}

async fn answer(service: &Service, request: HttpRequest<Incoming>) -> Result<Response, Dropped> {
    if let Some(why) = guard::refusal(request.headers(), service.is_loopback) {
        return Ok((StatusCode::FORBIDDEN, why).into_response());
    }
    let (parts, body) = request.into_parts();
    let is_control = parts.uri.path().starts_with("/_felkod/");
    let target = parts.uri.path_and_query().map_or("/", |target| target.as_str());
    let is_import = target.starts_with("/bulk/v1/leads.json");
    let limits = service.marketo.limits();
    let most = match (is_control, is_import) {
        (true, _) => 1 << 20,
        (false, true) => limits.import_bytes,
        (false, false) => limits.body_bytes,
    };
    let _import = if is_import { service.imports.acquire().await.ok() } else { None };
    let Ok(body) = read(body, most).await else { return Err(Dropped) };
    if is_control {
        let request = HttpRequest::from_parts(parts, Body::from(body));
        let control = TowerToHyperService::new(service.control.clone());
        let response: Result<Response, Infallible> = hyper::service::Service::call(&control, request).await;
        return response.map_err(|never| match never {});
    }
    let header = |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok());
    let request = Request {
        method: parts.method.as_str(),
        target,
        authorization: header("authorization"),
        content_type: header("content-type"),
        answer: header("x-felkod-answer"),
        body: &body,
    };
    let (reply, call) = service.marketo.handle_logged(&request);
    service.marketo.clock().until(reply.due).await;
    service.log.call(&call);
    if reply.refused_connections > 0 {
        service.refused.store(reply.refused_connections, Ordering::Release);
    }
    if reply.delivery == Delivery::Dropped {
        return Err(Dropped);
    }
    Ok(response(reply))
}

/// Reads a body: at most one byte more than it may have, so that its length tells that it is too long. The rest of one
/// that is too long is read and forgotten, since a client sends all before it reads.
async fn read(mut body: Incoming, most: u64) -> Result<Bytes, io::Error> {
    /// How much is read in all, in bytes.
    const DRAINED: u64 = 64 * 1_024 * 1_024;
    /// How much is kept whatever the limits are, in bytes.
    const KEPT: usize = 64 * 1_024 * 1_024;
    let kept = usize::try_from(most.saturating_add(1)).unwrap_or(usize::MAX).min(KEPT);
    let all = async {
        let mut bytes = Vec::new();
        let mut total = 0_u64;
        while let Some(frame) = body.frame().await {
            let Ok(data) = frame.map_err(io::Error::other)?.into_data() else { continue };
            total += data.len() as u64;
            bytes.extend_from_slice(&data[..data.len().min(kept - bytes.len())]);
            if total > DRAINED {
                break;
            }
        }
        Ok(Bytes::from(bytes))
    };
    tokio::time::timeout(PATIENCE, all).await.map_err(io::Error::other)?
}

fn response(reply: Reply) -> Response {
    let length = reply.body.len();
    let body = match reply.delivery {
        Delivery::Broken(bytes) => {
            Body::new(BrokenBody { bytes: Some(reply.body[..bytes].to_vec().into()), is_flushed: false })
        }
        Delivery::Whole | Delivery::Dropped => Body::from(reply.body),
    };
    let mut response = HttpResponse::new(body);
    *response.status_mut() = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(reply.content_type));
    if let Some(id) = reply.request_id.and_then(|id| HeaderValue::from_str(&id).ok()) {
        headers.insert("x-request-id", id);
    }
    if matches!(reply.delivery, Delivery::Broken(_)) {
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    }
    response
}

/// A body that ends before its length.
struct BrokenBody {
    bytes: Option<Bytes>,
    /// Whether the server was let send what it has.
    is_flushed: bool,
}

impl http_body::Body for BrokenBody {
    type Data = Bytes;
    type Error = Dropped;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Dropped>>> {
        if let Some(bytes) = self.bytes.take().filter(|bytes| !bytes.is_empty()) {
            return Poll::Ready(Some(Ok(Frame::data(bytes))));
        }
        // An error at once would throw away what is not sent yet, the head included.
        if !std::mem::replace(&mut self.is_flushed, true) {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(Some(Err(Dropped)))
    }
}
