package org.kaiyuan.plots;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A paper about a plot, as a person enters it. Its scan is a file of the plot.
 *
 * @param number of its kind only once on a plot
 * @param expiresOn the last day on which it is good; null without end
 */
public record CertificateDraft(
        CertificateKind kind,
        String number,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate expiresOn,
        @Nullable String issuer,
        @Nullable String note) {}
