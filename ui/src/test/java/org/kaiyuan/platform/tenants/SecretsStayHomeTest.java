package org.kaiyuan.platform.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kaiyuan.ui.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;

/** What an export leaves out, over the tables of all modules. */
@WholeHouse
class SecretsStayHomeTest {
    /** Called like a secret and none: what people type, sort keys, checksums. */
    private static final Set<String> HARMLESS =
            Set.of(
                    "services.case_opinion.hash",
                    "enterprises.enterprise.name_key",
                    "enterprises.enterprise.capital_key",
                    "enterprises.former_name.name_key",
                    "enterprises.import_job.failure_key",
                    "enterprises.import_likely.name_key",
                    "enterprises.import_mapping.headings_key",
                    "enterprises.import_part_before.key",
                    "access.sign_in_rule.password_days",
                    "audit.seal.hash",
                    "files.file.storage_key",
                    "audit.checkpoint.hash",
                    "notices.notice.message_key",
                    "rest.kept_answer.idempotency_key",
                    "tenants.export.sha256",
                    "leads.import_job.failure_key",
                    "leads.import_likely.name_key",
                    "leads.import_mapping.headings_key",
                    "leads.investor.name_key",
                    "leads.lead.name_key",
                    "delegation.list_import_line.fault_key",
                    "delegation.list_import_mapping.headings_key",
                    "delegation.matter.name_key");

    private static final Pattern CALLED_LIKE_A_SECRET =
            Pattern.compile(".*(secret|password|hash|token|key|seed|private|credential).*");

    @Autowired TenantTables tables;

    @Test
    void every_column_that_is_called_like_a_secret_has_been_decided_on() {
        var undecided = new ArrayList<String>();
        for (var table : tables.all()) {
            for (var column : table.columns()) {
                var name = table.name() + "." + column;
                if (CALLED_LIKE_A_SECRET.matcher(column).matches()
                        && !LeftOut.SECRETS.contains(name)
                        && !HARMLESS.contains(name)) {
                    undecided.add(name);
                }
            }
        }

        assertThat(undecided).as("add them to LeftOut.SECRETS, or here to HARMLESS").isEmpty();
    }

    @Test
    void what_is_left_out_is_there_to_be_left_out() {
        var columns =
                tables.all().stream()
                        .flatMap(table ->
                                table.columns().stream().map(column -> table.name() + "." + column))
                        .collect(Collectors.toSet());

        assertThat(columns).containsAll(LeftOut.SECRETS);
    }
}
