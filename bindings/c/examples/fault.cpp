// Reads a response of Marketo's from a file, says in the user's language what went wrong and what to do, and ends with a
// status that tells a script what comes next, as fault.c does:
//
//   fault FILE
//
// 0 nothing is to be done, 75 send it again later, 65 change the request or these records, 78 change the setup,
// 70 turn to support, 76 the file is not a response of Marketo's, 1 what failed is not known, 2 wrong usage or an
// unreadable file. The numbers from 64 on are those of sysexits.h.
#include <felkod.hpp>

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

static int status_for(felkod::Advice advice)
{
    using felkod::Advice;
    switch (advice) {
    case Advice::treat_as_absent:
    case Advice::accept:
        return 0;
    case Advice::reauthenticate:
    case Advice::backoff:
    case Advice::wait_for_rate_window:
    case Advice::wait_for_slot:
    case Advice::wait_for_queue:
    case Advice::wait_for_quota_reset:
        return 75;
    case Advice::reduce_request:
    case Advice::fix_request:
        return 65;
    case Advice::fix_setup:
        return 78;
    case Advice::contact_support:
        return 70;
    case Advice::none:
        break;
    }
    return 1;
}

static int status_for(const felkod::Report &report)
{
    using felkod::Outcome;
    switch (report.outcome()) {
    case Outcome::success:
        return 0;
    case Outcome::partial:
        // The call went through; the records named above did not.
        return 65;
    case Outcome::error:
        return status_for(report.advice());
    case Outcome::unrecognized:
        return 76;
    case Outcome::none:
        break;
    }
    return 1;
}

int main(int argc, char **argv)
{
    std::ifstream file(argc == 2 ? argv[1] : "", std::ios::binary);
    if (!file) {
        std::cerr << "usage: fault FILE\n";
        return 2;
    }
    const std::string body(std::istreambuf_iterator<char>(file), {});
    const char *locale = felkod::locale();
    const felkod::Report report(body);
    std::cout << felkod::label(report.outcome(), locale) << '\n';
    for (const auto finding : report.findings()) {
        if (const auto number = finding.number())
            std::cout << *number << ' ';
        std::cout << finding.text(felkod::Part::message, locale);
        if (const auto record = finding.record())
            std::cout << " (result[" << *record << "])";
        std::cout << '\n';
        if (!finding.server_text().empty())
            std::cout << "  \"" << finding.server_text() << "\"\n";
        std::cout << "  " << finding.text(felkod::Part::note, locale) << '\n';
        for (const auto part : {felkod::Part::step1, felkod::Part::step2, felkod::Part::step3})
            if (const auto step = finding.text(part, locale); !step.empty())
                std::cout << "  - " << step << '\n';
    }
    if (const auto wait = report.retry_after())
        std::cout << "-> " << wait->count() << " s\n";
    return status_for(report);
}
