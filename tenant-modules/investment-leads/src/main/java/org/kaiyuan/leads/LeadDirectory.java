package org.kaiyuan.leads;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.ChangePlace;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looking leads up: lists by filter and order, the board, and one in full. Search is {@code LeadSearch}'s. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + LeadPermissions.READ + "')")
public class LeadDirectory {
    /** The largest page. */
    public static final int MOST = 500;

    /** Up to here a count is exact; beyond it is PostgreSQL's estimate. */
    private static final int COUNTED = 10_000;

    private static final Pattern PLAN_ROWS = Pattern.compile("\"Plan Rows\": (\\d+)");

    /** What {@link #row} reads; {@code l} is the lead. */
    static final String COLUMNS =
            """
            l.id, l.code, l.project_name, l.stage, l.state, l.way, l.leading_industry, l.sub_industry,
            l.industry_code, l.investment_yuan, l.wanted_land_m2, l.wanted_floor_m2, l.owner, l.owner_name,
            l.confidential, l.probability, l.next_action, l.next_action_on, l.due_on, l.due_kind, l.stage_since,
            l.followed_at, l.registered_on, l.signed_on, l.updated_at, l.version,
            (select i.name from leads.investor i where i.tenant_id = l.tenant_id and i.lead_id = l.id
             order by i.position limit 1) as investor,
            array(select t.tag from leads.lead_tag t
                  where t.tenant_id = l.tenant_id and t.lead_id = l.id order by 1) as tags
            """;

    private static final String SELECT = "select " + COLUMNS + " from leads.lead l where ";

    private final JdbcTemplate jdbc;
    private final LeadSight sight;
    private final ChangeHistory history;

    LeadDirectory(JdbcTemplate jdbc, LeadSight sight, ChangeHistory history) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.history = history;
    }

    /**
     * A page of what the filter finds, in one statement.
     *
     * @param after {@link LeadPage#next()} of the page before, null for the first
     * @param limit at most {@link #MOST}
     * @throws LeadCursorRefused when {@code after} is not of this order
     */
    public LeadPage find(LeadFilter filter, LeadOrder order, @Nullable String after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var sql = LeadSql.page(filter, order, sight.seen(), after);
        var arguments = new ArrayList<>(List.of(sql.arguments()));
        arguments.add(most + 1);
        var rows =
                jdbc.query(
                        SELECT + sql.where() + " order by " + LeadSql.orderBy(order) + " limit ?",
                        LeadDirectory::row,
                        arguments.toArray());
        return rows.size() <= most
                ? new LeadPage(rows, null)
                : new LeadPage(
                        List.copyOf(rows.subList(0, most)),
                        LeadSql.cursor(order, rows.get(most - 1)));
    }

    /** Those of the ids that are there and may be seen, in the order of the ids; at most {@link #MOST}. */
    public List<LeadRow> rows(List<LeadId> ids) {
        var wanted = ids.stream().limit(MOST).map(LeadId::value).toArray(UUID[]::new);
        var seen = sight.seen();
        var arguments = new ArrayList<Object>(seen.arguments());
        arguments.add(wanted);
        arguments.add(wanted);
        return jdbc.query(
                SELECT
                        + "l.merged_into is null"
                        + seen.sql()
                        + " and l.id = any (?) order by array_position(?::uuid[], l.id)",
                LeadDirectory::row,
                arguments.toArray());
    }

    /**
     * The board: for every stage how many, how much, and the first cards; two statements, however many.
     *
     * @param stages the columns, in their order
     * @param cards how many a column shows, at most 100
     */
    public List<BoardColumn> board(List<LeadStage> stages, LeadFilter filter, int cards) {
        var sql = LeadSql.of(filter, sight.seen());
        var wanted = stages.stream().map(Enum::name).toArray(String[]::new);
        var arguments = new ArrayList<>(List.of(sql.arguments()));
        arguments.add(wanted);
        var sums = new EnumMap<LeadStage, long[]>(LeadStage.class);
        jdbc.query(
                "select l.stage, count(*), coalesce(sum(greatest(l.investment_yuan, 0)), 0) from leads.lead l where "
                        + sql.where()
                        + " and l.stage = any (?) group by l.stage",
                row -> {
                    sums.put(
                            LeadStage.valueOf(row.getString(1)),
                            new long[] {row.getLong(2), row.getLong(3)});
                },
                arguments.toArray());
        var ofCards = new ArrayList<Object>();
        ofCards.add(wanted);
        ofCards.addAll(List.of(sql.arguments()));
        ofCards.add(Math.clamp(cards, 1, 100));
        var byStage = new EnumMap<LeadStage, List<LeadRow>>(LeadStage.class);
        jdbc.query(
                "select c.* from unnest(?::text[]) as s (stage) cross join lateral (select "
                        + COLUMNS
                        + " from leads.lead l where "
                        + sql.where()
                        + " and l.stage = s.stage order by coalesce(l.due_on, date '9999-12-31'), l.id limit ?) c",
                row -> {
                    var card = row(row, 0);
                    byStage.computeIfAbsent(card.stage(), stage -> new ArrayList<>()).add(card);
                },
                ofCards.toArray());
        return stages.stream()
                .map(stage -> {
                    var sum = sums.getOrDefault(stage, new long[2]);
                    return new BoardColumn(
                            stage, sum[0], sum[1], byStage.getOrDefault(stage, List.of()));
                })
                .toList();
    }

    /** How many the filter finds: exact up to 10,000, estimated beyond. Not for every page. */
    public LeadCount count(LeadFilter filter) {
        var sql = LeadSql.of(filter, sight.seen());
        var from = " from leads.lead l where " + sql.where();
        var counted =
                jdbc.queryForObject(
                        "select count(*) from (select 1" + from + " limit " + (COUNTED + 1) + ") c",
                        Long.class,
                        sql.arguments());
        if (counted == null || counted <= COUNTED) {
            return new LeadCount(counted == null ? 0 : counted, false);
        }
        var plan =
                String.join(
                        "\n",
                        jdbc.queryForList(
                                "explain (format json) select 1" + from,
                                String.class,
                                sql.arguments()));
        var rows = PLAN_ROWS.matcher(plan);
        return new LeadCount(
                rows.find() ? Math.max(counted, Long.parseLong(rows.group(1))) : counted, true);
    }

    /**
     * Everything about one; contacts masked.
     *
     * @throws UnknownLead when there is none, it is another zone's, or it is confidential and not one's own
     */
    public LeadDetails details(LeadId id) {
        return LeadDetails.of(sight.get(id));
    }

    /** Where the id of one that was merged away leads; empty where it was not. */
    public Optional<LeadId> survivorOf(LeadId gone) {
        return jdbc
                .query(
                        "select merged_into from leads.lead where id = ? and merged_into is not null",
                        (row, number) -> new LeadId(row.getObject(1, UUID.class)),
                        gone.value())
                .stream()
                .findFirst();
    }

    /**
     * Who changed what when, the newest first.
     *
     * @param before where the page before ended; null for the newest
     * @throws UnknownLead as {@link #details}
     */
    public List<ChangeEntry> history(LeadId id, @Nullable ChangePlace before, int limit) {
        sight.get(id);
        return history.of(List.of(id.value()), before, limit);
    }

    /** Every step from stage to stage, the first first; at most 200. */
    public List<StageMoveLine> moves(LeadId id) {
        sight.get(id);
        return jdbc.query(
                """
                select from_stage, to_stage, at, actor_name, reason, overridden from leads.stage_move
                where lead_id = ? order by at, id limit 200\
                """,
                (row, number) ->
                        new StageMoveLine(
                                row.getString(1) == null
                                        ? null
                                        : LeadStage.valueOf(row.getString(1)),
                                LeadStage.valueOf(row.getString(2)),
                                row.getTimestamp(3).toInstant(),
                                row.getString(4),
                                row.getString(5),
                                Stream.of((String[]) row.getArray(6).getArray())
                                        .map(Gate::valueOf)
                                        .toList()),
                id.value());
    }

    /** The tags in use, at most 200. */
    public List<String> tags() {
        return jdbc.query(
                "select distinct tag from leads.lead_tag order by tag limit 200",
                (row, number) -> row.getString(1));
    }

    static LeadRow row(ResultSet row, int number) throws SQLException {
        long yuan = row.getLong("investment_yuan");
        var kind = row.getString("due_kind");
        var followed = row.getTimestamp("followed_at");
        int probability = row.getInt("probability");
        boolean unlikely = row.wasNull();
        return new LeadRow(
                new LeadId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getString("project_name"),
                row.getString("investor"),
                LeadStage.valueOf(row.getString("stage")),
                LeadState.valueOf(row.getString("state")),
                InvestmentWay.valueOf(row.getString("way")),
                row.getString("leading_industry"),
                row.getString("sub_industry"),
                row.getString("industry_code"),
                yuan < 0 ? null : yuan,
                row.getBigDecimal("wanted_land_m2"),
                row.getBigDecimal("wanted_floor_m2"),
                row.getString("owner"),
                row.getString("owner_name"),
                row.getBoolean("confidential"),
                unlikely ? null : probability,
                row.getString("next_action"),
                row.getObject("next_action_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                kind == null ? null : DueKind.valueOf(kind),
                row.getTimestamp("stage_since").toInstant(),
                followed == null ? null : followed.toInstant(),
                row.getObject("registered_on", LocalDate.class),
                row.getObject("signed_on", LocalDate.class),
                row.getTimestamp("updated_at").toInstant(),
                row.getLong("version"),
                List.of((String[]) row.getArray("tags").getArray()));
    }
}
