//! felkod for C and C++.
