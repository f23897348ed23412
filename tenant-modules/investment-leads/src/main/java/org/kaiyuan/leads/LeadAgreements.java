package org.kaiyuan.leads;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.domain.Lead;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Agreements with investors. */
@Service
@Transactional
public class LeadAgreements {
    private static final BigDecimal MOST_MONEY = new BigDecimal("9999999999999.99");

    private final LeadSight sight;
    private final LeadStore store;
    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final Clock clock;

    LeadAgreements(
            LeadSight sight,
            LeadStore store,
            JdbcTemplate jdbc,
            ChangeHistory history,
            CurrentPerson person,
            Clock clock) {
        this.sight = sight;
        this.store = store;
        this.jdbc = jdbc;
        this.history = history;
        this.person = person;
        this.clock = clock;
    }

    /** @throws LeadFieldsRefused when a field is not as it must be */
    @PreAuthorize("hasRole('" + LeadPermissions.WRITE + "')")
    public AgreementId add(LeadId id, AgreementNote note) {
        var checked = checked(note);
        var lead = sight.hold(id);
        var agreement = AgreementId.next();
        jdbc.update(
                """
                insert into leads.agreement
                    (kind, title, parties, amount_yuan, promised_investment_yuan, tax_per_mu_yuan, signed_on, start_on,
                     production_on, tenant_id, id, lead_id, made_at, made_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                values(
                        checked,
                        lead.tenantId().value(),
                        agreement.value(),
                        id.value(),
                        Timestamp.from(clock.instant()),
                        person.username()));
        recorded(lead, "agreement", null, checked);
        return agreement;
    }

    /**
     * @param basedOn the version that the person saw
     * @throws LeadChangedMeanwhile when somebody else was quicker
     * @throws LeadFieldsRefused when a field is not as it must be
     */
    @PreAuthorize("hasRole('" + LeadPermissions.WRITE + "')")
    public void revise(LeadId id, AgreementId agreement, long basedOn, AgreementNote note) {
        var checked = checked(note);
        var lead = sight.hold(id);
        var before = get(id, agreement);
        int changed =
                jdbc.update(
                        """
                        update leads.agreement
                        set kind = ?, title = ?, parties = ?, amount_yuan = ?, promised_investment_yuan = ?,
                            tax_per_mu_yuan = ?, signed_on = ?, start_on = ?, production_on = ?, version = version + 1
                        where id = ? and lead_id = ? and version = ?\
                        """,
                        values(checked, agreement.value(), id.value(), basedOn));
        if (changed == 0) {
            throw new LeadChangedMeanwhile(before.version(), List.of());
        }
        recorded(lead, "agreement", before.note(), checked);
    }

    /**
     * The newest first; at most 100.
     *
     * @throws UnknownLead when there is none that may be seen
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + LeadPermissions.READ + "')")
    public List<AgreementLine> of(LeadId id) {
        sight.get(id);
        return jdbc.query(
                "select * from leads.agreement where lead_id = ? order by signed_on desc, id desc limit 100",
                (row, number) -> line(row),
                id.value());
    }

    private AgreementLine get(LeadId id, AgreementId agreement) {
        return jdbc
                .query(
                        "select * from leads.agreement where id = ? and lead_id = ?",
                        (row, number) -> line(row),
                        agreement.value(),
                        id.value())
                .stream()
                .findFirst()
                .orElseThrow(UnknownLead::new);
    }

    private void recorded(
            Lead lead, String act, @Nullable AgreementNote before, AgreementNote after) {
        var signed =
                jdbc.queryForObject(
                        "select min(signed_on) from leads.agreement where lead_id = ? and kind in ('INVESTMENT', 'ENTRY')",
                        LocalDate.class,
                        lead.id().value());
        if (signed == null) {
            lead.touched(clock.instant());
        } else {
            lead.signedOn(signed, clock.instant());
        }
        store.save(lead);
        history.record(
                Lead.SUBJECT,
                lead.id().value(),
                act,
                List.of(new FieldChange("agreement", text(before), text(after))));
    }

    private static @Nullable String text(@Nullable AgreementNote note) {
        return note == null
                ? null
                : "%s %s %s %s"
                        .formatted(note.title(), note.kind(), note.signedOn(), note.amountYuan());
    }

    private static AgreementNote checked(AgreementNote n) {
        var faults = new ArrayList<FieldFault>();
        var title = n.title().strip();
        if (title.isEmpty()) {
            faults.add(new FieldFault("title", "leads.rule.required", List.of()));
        }
        if (title.length() > 200) {
            faults.add(new FieldFault("title", "leads.rule.tooLong", List.of(200)));
        }
        var parties = n.parties().stream().map(String::strip).filter(p -> !p.isEmpty()).toList();
        if (parties.isEmpty()) {
            faults.add(new FieldFault("parties", "leads.rule.required", List.of()));
        }
        if (parties.size() > 20 || parties.stream().anyMatch(p -> p.length() > 300)) {
            faults.add(new FieldFault("parties", "leads.rule.tooMany", List.of(20)));
        }
        money(faults, "amountYuan", n.amountYuan());
        money(faults, "promisedInvestmentYuan", n.promisedInvestmentYuan());
        money(faults, "taxPerMuYuan", n.taxPerMuYuan());
        day(faults, "signedOn", n.signedOn());
        day(faults, "startOn", n.startOn());
        day(faults, "productionOn", n.productionOn());
        if (n.startOn() != null
                && n.productionOn() != null
                && n.productionOn().isBefore(n.startOn())) {
            faults.add(
                    new FieldFault("productionOn", "leads.rule.productionBeforeStart", List.of()));
        }
        if (!faults.isEmpty()) {
            throw new LeadFieldsRefused(faults);
        }
        return new AgreementNote(
                n.kind(),
                title,
                parties,
                n.amountYuan(),
                n.promisedInvestmentYuan(),
                n.taxPerMuYuan(),
                n.signedOn(),
                n.startOn(),
                n.productionOn());
    }

    private static void money(List<FieldFault> faults, String field, @Nullable BigDecimal amount) {
        if (amount != null && amount.signum() < 0) {
            faults.add(new FieldFault(field, "leads.rule.negative", List.of()));
        } else if (amount != null && amount.compareTo(MOST_MONEY) > 0) {
            faults.add(new FieldFault(field, "leads.rule.tooMuch", List.of()));
        }
    }

    private static void day(List<FieldFault> faults, String field, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < 1990 || day.getYear() > 2100)) {
            faults.add(new FieldFault(field, "leads.rule.day", List.of()));
        }
    }

    private static @Nullable Object[] values(AgreementNote n, Object... more) {
        var all = new ArrayList<@Nullable Object>();
        all.add(n.kind().name());
        all.add(n.title());
        all.add(n.parties().toArray(String[]::new));
        all.add(n.amountYuan());
        all.add(n.promisedInvestmentYuan());
        all.add(n.taxPerMuYuan());
        all.add(n.signedOn());
        all.add(n.startOn());
        all.add(n.productionOn());
        all.addAll(List.of(more));
        return all.toArray();
    }

    private static AgreementLine line(ResultSet row) throws SQLException {
        return new AgreementLine(
                new AgreementId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                new AgreementNote(
                        AgreementKind.valueOf(row.getString("kind")),
                        row.getString("title"),
                        List.of((String[]) row.getArray("parties").getArray()),
                        row.getBigDecimal("amount_yuan"),
                        row.getBigDecimal("promised_investment_yuan"),
                        row.getBigDecimal("tax_per_mu_yuan"),
                        row.getObject("signed_on", LocalDate.class),
                        row.getObject("start_on", LocalDate.class),
                        row.getObject("production_on", LocalDate.class)),
                row.getTimestamp("made_at").toInstant(),
                row.getString("made_by"));
    }
}
