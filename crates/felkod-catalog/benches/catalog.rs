//! Looking up codes and texts, each beside a peer in the same run: compare the medians of a group.

use std::{hint::black_box, time::Instant};

use divan::{AllocProfiler, Bencher};
use felkod_catalog::{Advice, Code, Locale};
use fluent_bundle::{FluentResource, concurrent::FluentBundle};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    let start = Instant::now();
    let texts =
        Locale::ALL.iter().map(|locale| Code::SoapRequestExpired.message(*locale).len()).sum::<usize>();
    let loaded = start.elapsed();
    let start = Instant::now();
    for locale in Locale::ALL {
        for code in Code::ALL {
            black_box((code.message(*locale), code.note(*locale), code.remedy(*locale)));
        }
    }
    let rendered = start.elapsed();
    println!(
        "both locales loaded from nothing: {loaded:?} ({texts} bytes); then every text rendered: {rendered:?}\n"
    );
    divan::main();
}

/// Numbers of all parts of the list, some unknown.
const NUMBERS: [u32; 8] = [606, 20_016, 1029, 9999, 502, 20_123, 1080, 20_018];

/// HTTP's own numbers, some without a name.
const STATUSES: [u16; 8] = [404, 200, 503, 999, 502, 301, 418, 299];

#[divan::bench_group(name = "1_number_to_code_in_at_most_2_times_http")]
mod number_to_code {
    use super::{Bencher, Code, NUMBERS, STATUSES, black_box};

    #[divan::bench(sample_size = 1000)]
    fn felkod(bencher: Bencher<'_, '_>) {
        bencher.bench(|| {
            for number in black_box(NUMBERS) {
                black_box(Code::try_from(number).ok());
            }
        });
    }

    #[divan::bench(sample_size = 1000)]
    fn http_status(bencher: Bencher<'_, '_>) {
        bencher.bench(|| {
            for number in black_box(STATUSES) {
                black_box(
                    http::StatusCode::from_u16(number).ok().and_then(|status| status.canonical_reason()),
                );
            }
        });
    }
}

#[divan::bench_group(name = "2_number_to_text_at_least_2.5_times_as_fast_as_fluent")]
mod number_to_text {
    use super::{Bencher, Code, FluentBundle, FluentResource, Locale, black_box};

    #[divan::bench(sample_size = 1000)]
    fn felkod(bencher: Bencher<'_, '_>) {
        bencher.bench(|| Code::try_from(black_box(20_016)).map(|code| code.message(black_box(Locale::Sv))));
    }

    #[divan::bench(sample_size = 1000)]
    fn fluent_bundle(bencher: Bencher<'_, '_>) {
        let resource = FluentResource::try_new(felkod_locales::SV.codes[0].to_owned());
        let mut bundle = FluentBundle::new_concurrent(vec!["sv".parse().expect("a tag")]);
        bundle.set_use_isolating(false);
        bundle.add_resource(resource.expect("a resource")).expect("no id twice");
        bencher.bench(|| {
            let pattern = bundle.get_message(black_box("soap-20016")).and_then(|message| message.value());
            let pattern = pattern.expect("the message");
            bundle.format_pattern(pattern, None, &mut Vec::new()).len()
        });
    }
}

#[divan::bench_group(name = "3_text_with_a_figure")]
mod text_with_a_figure {
    use super::{Advice, Bencher, Code, Locale, black_box};

    #[divan::bench(sample_size = 1000)]
    fn stored(bencher: Bencher<'_, '_>) {
        bencher.bench(|| Code::RestDailyQuotaExceeded.note(black_box(Locale::Sv)));
    }

    #[divan::bench(sample_size = 1000)]
    fn rendered(bencher: Bencher<'_, '_>) {
        let quota = [("calls", felkod_catalog::Value::Number(200_000))];
        bencher.bench(|| {
            Code::RestDailyQuotaExceeded.render(felkod_catalog::Part::Note, Locale::Sv, black_box(&quota))
        });
    }

    #[divan::bench(sample_size = 1000)]
    fn label_of_a_word(bencher: Bencher<'_, '_>) {
        bencher.bench(|| black_box(Advice::Backoff).label(Locale::Sv));
    }
}
