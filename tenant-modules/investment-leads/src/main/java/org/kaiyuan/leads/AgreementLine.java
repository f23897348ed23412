package org.kaiyuan.leads;

import java.time.Instant;

/** An agreement with an investor as it is kept. */
public record AgreementLine(
        AgreementId id, long version, AgreementNote note, Instant madeAt, String madeBy) {}
