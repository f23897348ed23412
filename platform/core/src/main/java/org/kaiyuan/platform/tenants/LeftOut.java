package org.kaiyuan.platform.tenants;

import java.util.Set;

/**
 * What an export leaves out: secrets, and what is of use to nobody but the program. A test holds the first
 * list complete: a column that is called like a secret has to be decided on.
 */
final class LeftOut {
    /** {@code schema.table.column}: hashes, seeds and keys, with which somebody could pass for somebody else. */
    static final Set<String> SECRETS =
            Set.of(
                    "notices.webhook.secret",
                    "access.identity_provider.client_secret",
                    "portal.confirmation_code.code_hash");

    /** {@code schema.table}: answers kept for a day so that a repeated post is done once, and exports themselves. */
    static final Set<String> TABLES = Set.of("rest.kept_answer", "tenants.export");

    private LeftOut() {}
}
