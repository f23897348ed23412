package org.kaiyuan.leads;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.domain.Lead;
import org.kaiyuan.platform.persistence.InstallationKey;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.search.names.WrittenForms;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a zone tells the province's register of first reports (首报首谈): keyed fingerprints of the investors
 * and the time, nothing of what the lead is. Nobody can read it back, and what is reported is answered the
 * same whether another zone was there before or not.
 *
 * @see <a href="../../../../../../../docs/decisions/0025-first-report.md">decision 0025</a>
 */
@Component
class LeadReporting {
    static final String PURPOSE = "leads.first-report";

    private final JdbcTemplate jdbc;
    private final InstallationKey key;
    private final LeadRulesKeeping rules;
    private final Clock clock;

    LeadReporting(JdbcTemplate jdbc, InstallationKey key, LeadRulesKeeping rules, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.rules = rules;
        this.clock = clock;
    }

    /** Reports a lead that is large enough, and takes back what was reported of one that is no longer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void report(Lead lead) {
        boolean goesOn = lead.state() == LeadState.ACTIVE || lead.state() == LeadState.PAUSED;
        boolean counts = goesOn && lead.mergedInto() == null && isLarge(lead.profile());
        set(lead.id(), counts ? fingerprints(lead.profile()) : Set.of());
    }

    /** Reports leads that have just come in by a file, the large of those that are staged: in one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reportStaged() {
        var leads = new ArrayList<UUID>();
        var prints = new ArrayList<String>();
        jdbc.query(
                LeadImportSql.LARGE,
                row -> {
                    var lead = row.getObject("lead_id", UUID.class);
                    var of =
                            fingerprints(
                                    row.getString("name"),
                                    row.getString("credit_code"),
                                    row.getString("country"),
                                    row.getString("foreign_registration"));
                    of.forEach(print -> leads.add(lead));
                    prints.addAll(of);
                },
                rules.current().firstReportYuan());
        if (leads.isEmpty()) {
            return;
        }
        jdbc.query(
                "select leads.report_new(?, array(select decode(x, 'hex') from unnest(?::text[])"
                        + " with ordinality as u (x, n) order by n), ?)",
                row -> {},
                leads.toArray(UUID[]::new),
                prints.toArray(String[]::new),
                Timestamp.from(clock.instant()));
    }

    /** Takes back what was reported of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(LeadId id) {
        set(id, Set.of());
    }

    /** What was reported of the one counts for the other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(LeadId into, LeadId from) {
        jdbc.query("select leads.reports_follow(?, ?)", row -> {}, into.value(), from.value());
    }

    private boolean isLarge(LeadProfile profile) {
        var total = profile.totalInvestment();
        return total != null
                && total.multiply(profile.exchangeRate())
                                .compareTo(BigDecimal.valueOf(rules.current().firstReportYuan()))
                        >= 0;
    }

    private void set(LeadId id, Set<String> prints) {
        jdbc.query(
                "select leads.report_first(?, array(select decode(x, 'hex') from unnest(?::text[]) x), ?)",
                row -> {},
                id.value(),
                prints.toArray(String[]::new),
                Timestamp.from(clock.instant()));
    }

    private Set<String> fingerprints(LeadProfile profile) {
        var prints = new LinkedHashSet<String>();
        for (var investor : profile.investors()) {
            prints.addAll(
                    fingerprints(
                            investor.name(),
                            investor.creditCode(),
                            investor.country(),
                            investor.foreignRegistration()));
        }
        return prints;
    }

    private Set<String> fingerprints(
            String name,
            @Nullable String creditCode,
            String country,
            @Nullable String foreignRegistration) {
        var prints = new LinkedHashSet<String>();
        prints.add(print("NAME", full(name)));
        if (creditCode != null) {
            prints.add(print("CODE", creditCode));
        }
        if (foreignRegistration != null) {
            prints.add(
                    print(
                            "FOREIGN",
                            country + " " + foreignRegistration.strip().toUpperCase(Locale.ROOT)));
        }
        return prints;
    }

    private static String full(String name) {
        var written = WrittenForms.of(name).full();
        return written.isEmpty() ? ChineseText.key(name) : written;
    }

    private String print(String kind, String what) {
        return HexFormat.of()
                .formatHex(
                        key.sign(PURPOSE, (kind + "\n" + what).getBytes(StandardCharsets.UTF_8)));
    }
}
