//! Which records go out again, from exploded rows: what the policy decides about each report.

use std::sync::Arc;

use arrow_array::{ArrayRef, BinaryArray, RecordBatch, RecordBatchIterator, StringArray};
use arrow_schema::{ArrowError, Schema};
use felkod_arrow::{Chunk, Many, Resend, ResendError};
use felkod_catalog::Outcome;
use felkod_retry::{Attempts, Decision, Idempotency, Policy};

use super::{bodies, integers, read, texts};

const NOW: u64 = 1_767_225_600_000;

fn exploded(bodies: Vec<Chunk>) -> Vec<RecordBatch> {
    let mut many = Many::new();
    many.explode = true;
    read(many, bodies).expect("batches")
}

fn decide(resend: &Resend, batches: Vec<RecordBatch>) -> Result<RecordBatch, ResendError> {
    let schema = batches[0].schema();
    resend.decide(RecordBatchIterator::new(batches.into_iter().map(Ok::<_, ArrowError>), schema), NOW)
}

fn resend(request: Idempotency) -> Resend {
    Resend { policy: Policy { jitter: false, ..Policy::default() }, request, insists: false }
}

#[test]
fn every_body_is_decided_about_as_its_report_is() {
    let bodies = bodies();
    for request in Idempotency::ALL {
        let column: ArrayRef = Arc::new(bodies.iter().map(Some).collect::<BinaryArray>());
        let resend = resend(*request);
        let table =
            decide(&resend, exploded(vec![Chunk { bodies: column, statuses: None }])).expect("decisions");
        let (of_body, records) = (integers(&table, "body"), integers(&table, "record"));
        let actions = texts(&table, "action");
        for (at, body) in bodies.iter().enumerate() {
            let report = felkod_wire::read(body);
            if report.outcome == Outcome::Unrecognized || report.findings.is_empty() {
                continue;
            }
            let mut attempts = Attempts::of(*request);
            let decision = resend.policy.decide(&mut attempts, &report, NOW);
            let mut found: Vec<_> = (0..table.num_rows())
                .filter(|row| of_body[*row] == i64::try_from(at).ok())
                .map(|row| (records[row], actions[row].unwrap_or_default()))
                .collect();
            let named = |records: &[usize], action: &'static str| {
                records.iter().map(move |record| (i64::try_from(*record).ok(), action)).collect::<Vec<_>>()
            };
            let mut wanted = match &decision {
                Decision::Done { set_aside, .. } => named(set_aside, "set_aside"),
                Decision::Resend { records, set_aside, .. } => {
                    [named(records, "resend"), named(set_aside, "set_aside")].concat()
                }
                Decision::Retry { .. } | Decision::Renew { .. } | Decision::Reduce { .. } | _ => {
                    vec![(None, decision.action().as_str())]
                }
            };
            found.sort_unstable();
            wanted.sort_unstable();
            assert_eq!(found, wanted, "{request}: {}", String::from_utf8_lossy(body));
        }
    }
}

#[test]
fn a_record_that_is_set_aside_has_its_reason() {
    let body = r#"{"success":true,"result":[
        {"status":"updated"},
        {"status":"skipped","reasons":[{"code":"1019","message":"Import in progress"}]},
        {"status":"skipped","reasons":[{"code":"1006","message":"Field 'x' not found"}]},
        {"status":"skipped","reasons":[{"code":"9999","message":"new"}]},
        {"status":"skipped","reasons":[{"code":"713","message":"busy"},{"code":"1006","message":"Field 'x' not found"}]},
        {"status":"skipped","reasons":[{"code":"1004","message":"Lead not found"}]}]}"#;
    let column: ArrayRef = Arc::new(StringArray::from(vec![body]));
    let table =
        decide(&resend(Idempotency::Upsert), exploded(vec![Chunk { bodies: column, statuses: None }]));
    let table = table.expect("decisions");
    assert_eq!(integers(&table, "record"), [1, 2, 3, 4, 5].map(Some));
    let aside = Some("set_aside");
    assert_eq!(texts(&table, "action"), [Some("resend"), aside, aside, aside, aside]);
    let reasons =
        [None, Some("fix_request"), Some("unknown_code"), Some("fix_request"), Some("treat_as_absent")];
    assert_eq!(texts(&table, "reason"), reasons);
    assert_eq!(integers(&table, "code"), [1019, 1006, 9999, 1006, 1004].map(Some));
}

#[test]
fn rows_of_a_body_need_not_stand_together_and_a_body_can_have_a_name() {
    let column: ArrayRef = Arc::new(StringArray::from(vec![
        r#"{"success":true,"result":[{"status":"skipped","reasons":[{"code":"1019","message":"Import in progress"}]},
            {"status":"skipped","reasons":[{"code":"1006","message":"no"}]}]}"#,
        r#"{"success":false,"errors":[{"code":"610","message":"Requested resource not found"}]}"#,
    ]));
    let batch = exploded(vec![Chunk { bodies: column, statuses: None }]).remove(0);
    let names: ArrayRef = Arc::new(StringArray::from(vec!["batch-7", "batch-7", "batch-8"]));
    let fields = batch
        .schema()
        .fields()
        .iter()
        .map(|field| {
            if field.name() == "body" {
                arrow_schema::Field::new("body", names.data_type().clone(), true)
            } else {
                field.as_ref().clone()
            }
        })
        .collect::<Vec<_>>();
    let columns = std::iter::once(names).chain(batch.columns()[1..].iter().cloned()).collect();
    let renamed = RecordBatch::try_new(Arc::new(Schema::new(fields)), columns).expect("a batch");
    let mixed = [0, 2, 1].map(|at| renamed.slice(at, 1)).to_vec();
    let table = decide(&resend(Idempotency::Upsert), mixed).expect("decisions");
    assert_eq!(texts(&table, "body"), [Some("batch-7"), Some("batch-7"), Some("batch-8")]);
    assert_eq!(texts(&table, "action"), [Some("resend"), Some("set_aside"), Some("give_up")]);
    assert_eq!(texts(&table, "who")[2], Some("developer"));
}

#[test]
fn what_is_no_table_of_findings_is_named() {
    let column: ArrayRef = Arc::new(StringArray::from(vec!["{}"]));
    let batches = read(Many::new(), vec![Chunk { bodies: column, statuses: None }]).expect("batches");
    let error = decide(&resend(Idempotency::Read), batches).expect_err("it is wrong").to_string();
    assert_eq!(error, "the table has no column `body`: give one that has a row a finding");
}
