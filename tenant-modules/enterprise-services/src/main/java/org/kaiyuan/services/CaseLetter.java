package org.kaiyuan.services;

import java.time.LocalDate;

/** A letter that was written; never changes. */
public record CaseLetter(
        LetterId id,
        LetterKind kind,
        String number,
        String title,
        String body,
        LocalDate on,
        String signedName) {}
