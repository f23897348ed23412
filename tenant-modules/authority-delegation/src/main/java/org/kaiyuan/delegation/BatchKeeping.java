package org.kaiyuan.delegation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Batches of a 赋权清单 and their policies. */
@Service
@Transactional
public class BatchKeeping {
    private static final int MOST_BATCHES = 99;
    private static final int MOST_POLICIES = 200;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_POLICY = 300;
    private static final int LONGEST_CONTENT = 4000;

    private final JdbcTemplate jdbc;
    private final ChangeHistory history;

    BatchKeeping(JdbcTemplate jdbc, ChangeHistory history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    /** By their numbers. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + DelegationPermissions.READ + "')")
    public List<Batch> of(ListId list) {
        Map<Integer, Batch> batches = new TreeMap<>();
        Map<Integer, List<Batch.Policy>> policies = new TreeMap<>();
        jdbc.query(
                "select batch, area, title, content from delegation.batch_policy where list_id = ? order by batch, position",
                row -> {
                    var area = row.getString(2);
                    policies.computeIfAbsent(row.getInt(1), number -> new ArrayList<>())
                            .add(
                                    new Batch.Policy(
                                            area == null ? null : EmpowermentArea.valueOf(area),
                                            row.getString(3),
                                            row.getString(4)));
                },
                list.value());
        jdbc.query(
                "select number, title, decided_on from delegation.batch where list_id = ?",
                row -> {
                    batches.put(
                            row.getInt(1),
                            new Batch(
                                    row.getInt(1),
                                    row.getString(2),
                                    row.getObject(3, LocalDate.class),
                                    policies.getOrDefault(row.getInt(1), List.of())));
                },
                list.value());
        return List.copyOf(batches.values());
    }

    /**
     * Writes a batch as a whole. One that a published edition speaks of keeps its name and day; policies may still be added
     * to it and corrected.
     *
     * @throws UnknownList when there is none
     * @throws DelegationFieldsRefused with all that is wrong, or when it is no 赋权清单
     */
    @PreAuthorize("hasRole('" + DelegationPermissions.WRITE + "')")
    public void put(ListId list, Batch batch) {
        var kind = ListDrafting.hold(jdbc, list);
        check(kind, batch);
        var before = of(list).stream().filter(one -> one.number() == batch.number()).findFirst();
        var said = before.map(one -> isPublished(list, batch.number()) ? one : batch).orElse(batch);
        jdbc.update(
                """
                insert into delegation.batch (tenant_id, list_id, number, title, decided_on) values (?, ?, ?, ?, ?)
                on conflict (tenant_id, list_id, number) do update
                set title = excluded.title, decided_on = excluded.decided_on\
                """,
                CurrentTenant.get().value(),
                list.value(),
                batch.number(),
                said.title().strip(),
                said.decidedOn());
        jdbc.update(
                "delete from delegation.batch_policy where list_id = ? and batch = ?",
                list.value(),
                batch.number());
        var lines = new ArrayList<Object[]>();
        for (int i = 0; i < batch.policies().size(); i++) {
            var one = batch.policies().get(i);
            lines.add(
                    new @Nullable Object[] {
                        CurrentTenant.get().value(),
                        list.value(),
                        batch.number(),
                        i + 1,
                        one.area() == null ? null : one.area().name(),
                        one.title().strip(),
                        one.content()
                    });
        }
        jdbc.batchUpdate(
                "insert into delegation.batch_policy (tenant_id, list_id, batch, position, area, title, content)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                lines);
        history.record(
                ListDrafting.SUBJECT,
                list.value(),
                "batchWritten",
                List.of(
                        new FieldChange(
                                "batch",
                                before.map(Batch::title).orElse(null),
                                batch.number() + " " + said.title()),
                        new FieldChange(
                                "policies",
                                before.map(one -> Integer.toString(one.policies().size()))
                                        .orElse(null),
                                Integer.toString(batch.policies().size()))));
    }

    private boolean isPublished(ListId list, int number) {
        return !jdbc.queryForList(
                        "select 1 from delegation.wording where list_id = ? and batch = ? limit 1",
                        list.value(),
                        number)
                .isEmpty();
    }

    private static void check(PowerListKind kind, Batch batch) {
        var faults = new ArrayList<FieldFault>();
        if (kind != PowerListKind.EMPOWERMENT) {
            faults.add(new FieldFault("batch", "delegation.rule.otherList", List.of()));
        }
        if (batch.number() < 1 || batch.number() > MOST_BATCHES) {
            faults.add(
                    new FieldFault("number", "delegation.rule.between", List.of(1, MOST_BATCHES)));
        }
        if (batch.title().isBlank()) {
            faults.add(new FieldFault("title", "delegation.rule.required", List.of()));
        }
        DelegationFieldsRefused.longer(faults, "title", batch.title(), LONGEST_TITLE);
        DelegationFieldsRefused.day(faults, "decidedOn", batch.decidedOn());
        if (batch.policies().size() > MOST_POLICIES) {
            faults.add(new FieldFault("policies", "delegation.rule.most", List.of(MOST_POLICIES)));
        }
        for (int i = 0; i < batch.policies().size(); i++) {
            var one = batch.policies().get(i);
            if (one.title().isBlank()) {
                faults.add(
                        new FieldFault(
                                "policies[" + i + "].title",
                                "delegation.rule.required",
                                List.of()));
            }
            DelegationFieldsRefused.longer(
                    faults, "policies[" + i + "].title", one.title(), LONGEST_POLICY);
            DelegationFieldsRefused.longer(
                    faults, "policies[" + i + "].content", one.content(), LONGEST_CONTENT);
        }
        DelegationFieldsRefused.refuse(faults);
    }
}
