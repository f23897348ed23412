package org.kaiyuan.plots;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.plots.domain.Faults;
import org.kaiyuan.plots.domain.Plot;
import org.kaiyuan.plots.domain.Plots;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** 先租后让: the lease is checked condition by condition, and becomes a grant once a check has passed. */
@Service
@Transactional
public class LeaseChecks {
    private static final int MOST_ITEMS = 30;
    private static final int MOST_FILES = 20;

    private final Plots plots;
    private final SupplyBook book;
    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    LeaseChecks(
            Plots plots,
            SupplyBook book,
            JdbcTemplate jdbc,
            ChangeHistory history,
            CurrentPerson person,
            Clock clock) {
        this.plots = plots;
        this.book = book;
        this.jdbc = jdbc;
        this.history = history;
        this.person = person;
        this.clock = clock;
    }

    /**
     * Enters a check.
     *
     * @throws UnknownPlot when there is none
     * @throws SupplyRefused when no contract of 先租后让 runs in its first lease
     * @throws PlotFieldsRefused when a field is not as it must be, such as a verdict against a condition
     */
    @PreAuthorize("hasRole('" + PlotPermissions.SUPPLY + "')")
    public UUID check(PlotId id, LeaseCheckNote wanted) {
        plots.hold(id);
        var contract = leased(id);
        var n = checked(wanted, contract.note().signedOn());
        var check = UuidV7.next();
        jdbc.update(
                """
                insert into plots.lease_check
                    (tenant_id, id, contract_id, checked_on, items, passed, evidence, files, at, actor, actor_name)
                values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?)\
                """,
                CurrentTenant.get().value(),
                check,
                contract.id(),
                n.checkedOn(),
                json.writeValueAsString(n.items()),
                n.passed(),
                n.evidence(),
                n.files().toArray(UUID[]::new),
                Timestamp.from(clock.instant()),
                person.username(),
                person.displayName());
        history.record(
                Plot.SUBJECT,
                id.value(),
                "leaseChecked",
                List.of(
                        new FieldChange("passed", null, String.valueOf(n.passed())),
                        new FieldChange("evidence", null, n.evidence())));
        return check;
    }

    /**
     * The lease becomes a grant.
     *
     * @param basedOn the contract's version that the person saw
     * @param document by which it is granted, its number
     * @throws UnknownPlot when there is none
     * @throws SupplyRefused when no contract of 先租后让 runs in its first lease, or its newest check did not pass
     * @throws SupplyChangedMeanwhile when somebody else was quicker
     * @throws PlotFieldsRefused for a day that is ahead, or no document
     */
    @PreAuthorize("hasRole('" + PlotPermissions.SUPPLY + "')")
    public void grant(PlotId id, long basedOn, LocalDate grantedOn, String document) {
        plots.hold(id);
        var contract = leased(id);
        if (contract.version() != basedOn) {
            throw new SupplyChangedMeanwhile(contract.version());
        }
        var newest = checks(contract.id(), 1);
        if (newest.isEmpty() || !newest.getFirst().note().passed()) {
            throw SupplyRefused.notPassed();
        }
        var faults = new Faults();
        faults.past("grantedOn", grantedOn, LocalDate.now(clock));
        faults.order(newest.getFirst().note().checkedOn(), "grantedOn", grantedOn);
        var paper = faults.needed("document", document, 200);
        faults.refuse();
        jdbc.update(
                "update plots.supply_contract set phase = 'GRANT', granted_on = ?, version = version + 1 where id = ?",
                grantedOn,
                contract.id());
        jdbc.update(
                """
                insert into plots.supply_amendment
                    (tenant_id, contract_id, version, note, reason, at, actor, actor_name)
                select tenant_id, contract_id, version + 1, note, ?, ?, ?, ? from plots.supply_amendment
                where contract_id = ? and version = ?\
                """,
                paper,
                Timestamp.from(clock.instant()),
                person.username(),
                person.displayName(),
                contract.id(),
                basedOn);
        history.record(
                Plot.SUBJECT,
                id.value(),
                "granted",
                List.of(
                        new FieldChange("grantedOn", null, grantedOn.toString()),
                        new FieldChange("document", null, paper)));
    }

    /**
     * Checks of the running contract, the newest first; at most 50.
     *
     * @throws UnknownPlot when there is none
     * @throws SupplyRefused when no contract runs
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PlotPermissions.READ + "')")
    public List<LeaseCheckLine> of(PlotId id) {
        plots.get(id);
        return checks(book.needed(id).id(), 50);
    }

    private SupplyContract leased(PlotId id) {
        var contract = book.needed(id);
        if (contract.note().mode() != SupplyMode.LEASE_THEN_GRANT
                || contract.phase() != SupplyPhase.LEASE) {
            throw SupplyRefused.notLeased();
        }
        return contract;
    }

    private List<LeaseCheckLine> checks(UUID contract, int most) {
        return jdbc.query(
                """
                select id, checked_on, items, passed, evidence, files, at, actor_name from plots.lease_check
                where contract_id = ? order by checked_on desc, id desc limit ?\
                """,
                (row, number) ->
                        new LeaseCheckLine(
                                row.getObject(1, UUID.class),
                                new LeaseCheckNote(
                                        row.getObject(2, LocalDate.class),
                                        List.of(
                                                json.readValue(
                                                        row.getString(3), LeaseCheckItem[].class)),
                                        row.getBoolean(4),
                                        row.getString(5),
                                        List.of((UUID[]) row.getArray(6).getArray())),
                                row.getTimestamp(7).toInstant(),
                                row.getString(8)),
                contract,
                most);
    }

    private LeaseCheckNote checked(LeaseCheckNote n, LocalDate signedOn) {
        var faults = new Faults();
        faults.past("checkedOn", n.checkedOn(), LocalDate.now(clock));
        faults.order(signedOn, "checkedOn", n.checkedOn());
        if (n.items().isEmpty()) {
            faults.add("items", "required");
        } else if (n.items().size() > MOST_ITEMS) {
            faults.add("items", "tooMany", MOST_ITEMS);
        }
        var items = new ArrayList<LeaseCheckItem>();
        for (int i = 0; i < n.items().size(); i++) {
            var item = n.items().get(i);
            items.add(
                    new LeaseCheckItem(
                            faults.needed("items[" + i + "].condition", item.condition(), 200),
                            item.met(),
                            faults.text("items[" + i + "].found", item.found(), 500)));
        }
        if (n.passed() && n.items().stream().anyMatch(item -> !item.met())) {
            faults.add("passed", "unmet");
        }
        if (n.files().size() > MOST_FILES) {
            faults.add("files", "tooMany", MOST_FILES);
        }
        var evidence = faults.neededText("evidence", n.evidence(), 4000);
        faults.refuse();
        return new LeaseCheckNote(n.checkedOn(), items, n.passed(), evidence, n.files());
    }
}
