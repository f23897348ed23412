package org.kaiyuan.platform.tenants;

import java.time.Instant;

/**
 * What remains of a deleted tenant.
 *
 * @param number counts the certificates of this installation
 * @param content JSON, as it was issued
 * @param sha256 of the content
 * @param previous of the certificate before; it stands in the content too, so that none is changed or missing
 *     unseen
 */
public record Certificate(
        long number, Instant issuedAt, String content, String sha256, String previous) {}
