package org.kaiyuan.demo;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.EntryNote;
import org.kaiyuan.platform.search.names.ChineseText;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Writes made-up lists of powers with their editions, in batches, within the caller's transaction and zone. */
final class PowerWriting {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcTemplate jdbc;
    private final long tenant;
    private final String username;
    private final String name;

    /** @param username who is said to have published it all */
    PowerWriting(JdbcTemplate jdbc, long tenant, String username, String name) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.username = username;
        this.name = name;
    }

    /** @return how many wordings there are */
    int write(PowerStories stories) {
        matters(stories.matters);
        papers(stories.papers);
        int wordings = 0;
        for (var list : stories.lists) { // six at most
            wordings += list(list);
        }
        return wordings;
    }

    private void matters(List<PowerStories.DemoMatter> matters) {
        jdbc.batchUpdate(
                """
                insert into delegation.matter (tenant_id, id, code, name, name_key, kind, field, basis_state, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, 'IN_FORCE', now())\
                """,
                matters.stream()
                        .map(one ->
                                new Object[] {
                                    tenant,
                                    one.id().value(),
                                    one.code(),
                                    one.name(),
                                    ChineseText.key(one.name()),
                                    one.kind().name(),
                                    one.field()
                                })
                        .toList());
    }

    private void papers(List<PowerStories.DemoPaper> papers) {
        jdbc.batchUpdate(
                """
                insert into delegation.paper (tenant_id, id, kind, number, title, issuer, decided_on, fixed_at, made_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                papers.stream()
                        .map(one ->
                                new Object[] {
                                    tenant,
                                    one.id(),
                                    one.letter() ? "LETTER" : "DECISION",
                                    one.number(),
                                    one.title(),
                                    one.issuer(),
                                    one.on(),
                                    moment(one.on()),
                                    moment(one.on())
                                })
                        .toList());
    }

    private int list(PowerStories.DemoList list) {
        jdbc.update(
                "insert into delegation.list (tenant_id, id, kind, title, made_at) values (?, ?, ?, ?, ?)",
                tenant,
                list.id,
                list.kind.name(),
                list.title,
                moment(list.published.getFirst()));
        jdbc.batchUpdate(
                "insert into delegation.batch (tenant_id, list_id, number, title, decided_on) values (?, ?, ?, ?, ?)",
                list.batches.stream()
                        .map(one ->
                                new Object[] {tenant, list.id, one.number(), one.title(), one.on()})
                        .toList());
        jdbc.batchUpdate(
                """
                insert into delegation.batch_policy (tenant_id, list_id, batch, position, area, title, content)
                values (?, ?, ?, ?, ?, ?, ?)\
                """,
                list.batches.stream()
                        .flatMap(one ->
                                List.<Object[]>of(
                                        policy(
                                                list.id,
                                                one.number(),
                                                1,
                                                "GOVERNMENT_SERVICES",
                                                "园区事园区办：设立综合窗口",
                                                "赋权事项全部进驻综合窗口，实行统一受理、统一出件。"),
                                        policy(
                                                list.id,
                                                one.number(),
                                                2,
                                                "LAND",
                                                "工业用地“标准地”出让配套",
                                                "带指标出让，拿地即开工；指标纳入履约监管。"))
                                        .stream())
                        .toList());
        var editions = new ArrayList<Object[]>();
        for (int i = 0; i < list.editions.size(); i++) {
            editions.add(
                    new Object[] {
                        tenant,
                        list.id,
                        i + 1,
                        moment(list.published.get(i)),
                        username,
                        name,
                        list.notes.get(i),
                        list.editions.get(i).size()
                    });
        }
        jdbc.batchUpdate(
                """
                insert into delegation.edition
                    (tenant_id, list_id, number, published_at, published_by, published_name, note, entries)
                values (?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                editions);
        return wordings(list);
    }

    private Object[] policy(
            UUID list, int batch, int position, String area, String title, String content) {
        return new Object[] {tenant, list, batch, position, area, title, content};
    }

    /** What an entry says from one edition on, up to the one that says something else. */
    private static final class Wording {
        final EntryId entry;
        final EntryNote note;
        final int from;
        @Nullable Integer to;

        Wording(EntryId entry, EntryNote note, int from) {
            this.entry = entry;
            this.note = note;
            this.from = from;
        }
    }

    private int wordings(PowerStories.DemoList list) {
        var all = new ArrayList<Wording>();
        Map<EntryId, Wording> open = new HashMap<>();
        for (int i = 0; i < list.editions.size(); i++) {
            int number = i + 1;
            var said = list.editions.get(i);
            for (var entry : said.entrySet()) {
                var before = open.get(entry.getKey());
                if (before == null || !before.note.equals(entry.getValue())) {
                    if (before != null) {
                        before.to = number;
                    }
                    var wording = new Wording(entry.getKey(), entry.getValue(), number);
                    open.put(entry.getKey(), wording);
                    all.add(wording);
                }
            }
            for (var entry : List.copyOf(open.keySet())) {
                if (!said.containsKey(entry)) {
                    Objects.requireNonNull(open.remove(entry)).to = number;
                }
            }
        }
        jdbc.batchUpdate(
                """
                insert into delegation.wording
                    (tenant_id, list_id, entry_id, from_edition, to_edition, matter_id, act, ends, original_authority,
                     receiving_body, mode, sub_park, category, most_yuan, conditions, effective_on, handover_on, expires_on,
                     paper_id, document_number, decided_on, issuer, letter_id, letter, area, batch, duties, shares, remarks)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)\
                """,
                all.stream().map(one -> row(list.id, one)).toList());
        return all.size();
    }

    private @Nullable Object[] row(UUID list, Wording wording) {
        var n = wording.note;
        var more = n.particulars();
        return new @Nullable Object[] {
            tenant,
            list,
            wording.entry.value(),
            wording.from,
            wording.to,
            n.matter().value(),
            n.act().name(),
            n.ends() == null ? null : n.ends().value(),
            n.originalAuthority(),
            n.receivingBody(),
            n.mode().name(),
            n.scope().subPark(),
            n.scope().category(),
            n.scope().mostYuan(),
            n.scope().conditions(),
            n.effectiveOn(),
            n.handoverOn(),
            n.expiresOn(),
            n.document().id(),
            n.document().number(),
            n.document().decidedOn(),
            n.document().issuer(),
            n.letter().id(),
            n.letter().number(),
            more.area() == null ? null : more.area().name(),
            more.batch(),
            JSON.writeValueAsString(more.duties()),
            JSON.writeValueAsString(more.shares()),
            n.remarks()
        };
    }

    /** In the forenoon, when offices publish. */
    static Timestamp moment(LocalDate day) {
        return Timestamp.from(day.atTime(LocalTime.of(10, 0)).atZone(SHANGHAI).toInstant());
    }
}
