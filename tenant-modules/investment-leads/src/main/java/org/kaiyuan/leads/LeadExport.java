package org.kaiyuan.leads;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.search.LeadIndex;
import org.kaiyuan.leads.search.LeadWords;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.search.SearchDoor;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.platform.transfer.ExportedFile;
import org.kaiyuan.platform.transfer.TabularFormat;
import org.kaiyuan.platform.transfer.TabularWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Leads as a file: those of a filtered list or a search that the person may see. Its columns are those that an
 * import takes, so that a file that comes back is understood.
 *
 * <p>Written to this node's disk before any of it is sent: a slow reader holds no connection, and nothing leaves
 * before the entry of who took what is committed.
 */
@Service
public class LeadExport {
    private static final String SUBJECT = "leads.export";
    private static final int AT_ONCE = 500;
    private static final BigDecimal M2_PER_MU =
            new BigDecimal("10000").divide(new BigDecimal("15"), 10, RoundingMode.HALF_UP);

    private static final String SELECT =
            """
            select l.*,
                   array(select i.name from leads.investor i
                         where i.tenant_id = l.tenant_id and i.lead_id = l.id order by i.position) as investors,
                   array(select coalesce(i.credit_code, '') from leads.investor i
                         where i.tenant_id = l.tenant_id and i.lead_id = l.id order by i.position) as codes,
                   array(select i.country from leads.investor i
                         where i.tenant_id = l.tenant_id and i.lead_id = l.id order by i.position) as countries,
                   array(select t.tag from leads.lead_tag t
                         where t.tenant_id = l.tenant_id and t.lead_id = l.id order by 1) as tags,
                   i.global_500, i.listed, i.industry_leader, f.name as fair,
                   c.name as contact_name, c.position as contact_position, c.phone as contact_phone,
                   c.email as contact_email
            from leads.lead l
            left join leads.fair f on f.tenant_id = l.tenant_id and f.id = l.fair_id
            left join lateral (select i.global_500, i.listed, i.industry_leader from leads.investor i
                               where i.tenant_id = l.tenant_id and i.lead_id = l.id
                               order by i.position limit 1) i on true
            left join lateral (select c.name, c.position, c.phone, c.email from leads.contact c
                               where c.tenant_id = l.tenant_id and c.lead_id = l.id order by c.name, c.id limit 1) c on true
            where
            """;

    private final JdbcTemplate jdbc;
    private final SearchDoor door;
    private final LeadSearch search;
    private final LeadSight sight;
    private final LeadRulesKeeping rules;
    private final ChangeHistory history;
    private final TenantDirectory tenants;
    private final Messages messages;
    private final Clock clock;
    private final TransactionTemplate transaction;

    LeadExport(
            JdbcTemplate jdbc,
            SearchDoor door,
            LeadSearch search,
            LeadSight sight,
            LeadRulesKeeping rules,
            ChangeHistory history,
            TenantDirectory tenants,
            Messages messages,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(AT_ONCE);
        this.door = door;
        this.search = search;
        this.sight = sight;
        this.rules = rules;
        this.history = history;
        this.tenants = tenants;
        this.messages = messages;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Everything that the question finds and the person may see, phones masked. Who took it, what was asked and
     * how many rows there are is recorded.
     *
     * @param locale of the headings and of the words in the cells
     * @throws org.kaiyuan.platform.search.SearchUnavailable when it is a search and there is none just now
     */
    @PreAuthorize("hasRole('" + LeadPermissions.EXPORT + "')")
    public ExportedFile export(LeadQuestion question, TabularFormat format, Locale locale) {
        var zone = tenants.find(CurrentTenant.get()).orElseThrow();
        var name =
                "%s-%s-%s.%s"
                        .formatted(
                                zone.name(),
                                messages.text(locale, "leads.export.sheet"),
                                LocalDate.now(clock),
                                format.extension());
        return ExportedFile.written(name, format, path -> write(question, format, locale, path));
    }

    private long write(LeadQuestion question, TabularFormat format, Locale locale, Path path)
            throws IOException {
        var headings = new ArrayList<String>();
        for (var field : LeadImportField.values()) {
            headings.add(messages.text(locale, "leads.export.column." + field.name()));
        }
        headings.add(messages.text(locale, "leads.column.state"));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
                var table =
                        TabularWriter.to(
                                out,
                                format,
                                messages.text(locale, "leads.export.sheet"),
                                headings)) {
            var sheet = new Sheet(table, locale);
            if (question.isSearch()) {
                door.each(
                        LeadIndex.INDEX,
                        LeadWords.query(question.typed()),
                        search.filters(question.filter()),
                        AT_ONCE,
                        ids -> transaction.executeWithoutResult(open -> found(sheet, ids)));
                transaction.executeWithoutResult(open -> record(question, format, sheet.rows));
            } else {
                transaction.executeWithoutResult(open -> {
                    var sql = LeadSql.of(question.filter(), sight.seen());
                    sheet.stages(rules.current());
                    jdbc.query(
                            SELECT + sql.where() + " order by " + LeadSql.orderBy(question.order()),
                            sheet,
                            sql.arguments());
                    record(question, format, sheet.rows);
                });
            }
            return sheet.rows;
        }
    }

    private void found(Sheet sheet, List<UUID> ids) {
        var seen = sight.seen();
        var arguments = new ArrayList<Object>(seen.arguments());
        var wanted = ids.toArray(UUID[]::new);
        arguments.add(wanted);
        arguments.add(wanted);
        sheet.stages(rules.current());
        jdbc.query(
                SELECT
                        + "l.merged_into is null"
                        + seen.sql()
                        + " and l.id = any (?) order by array_position(?::uuid[], l.id)",
                sheet,
                arguments.toArray());
    }

    private void record(LeadQuestion question, TabularFormat format, long rows) {
        history.record(
                SUBJECT,
                UuidV7.next(),
                "exported",
                List.of(
                        new FieldChange("question", null, question.text()),
                        new FieldChange("format", null, format.name()),
                        new FieldChange("rows", null, Long.toString(rows))));
    }

    /** Turns rows of the cursor into rows of the table. */
    private final class Sheet implements RowCallbackHandler {
        private final TabularWriter table;
        private final Locale locale;
        private LeadRules rules = LeadRules.DEFAULT;
        private long rows;

        Sheet(TabularWriter table, Locale locale) {
            this.table = table;
            this.locale = locale;
        }

        void stages(LeadRules current) {
            rules = current;
        }

        @Override
        public void processRow(ResultSet row) throws SQLException {
            var cells = new ArrayList<@Nullable Object>();
            for (var field : LeadImportField.values()) {
                cells.add(cell(field, row));
            }
            cells.add(messages.of(locale, LeadState.valueOf(row.getString("state"))));
            table.row(cells);
            rows++;
        }

        private @Nullable Object cell(LeadImportField field, ResultSet row) throws SQLException {
            return switch (field) {
                case CODE -> row.getString("code");
                case PROJECT_NAME -> row.getString("project_name");
                case INVESTOR -> joined(row, "investors");
                case CREDIT_CODE -> joined(row, "codes");
                case COUNTRY -> countries(row);
                case GLOBAL_500 -> yes(row, "global_500");
                case LISTED -> yes(row, "listed");
                case LEADER -> yes(row, "industry_leader");
                case NATURE -> messages.of(locale, ProjectNature.valueOf(row.getString("nature")));
                case WAY -> messages.of(locale, InvestmentWay.valueOf(row.getString("way")));
                case FAIR -> row.getString("fair");
                case INTRODUCER -> row.getString("introducer");
                case LEADING_INDUSTRY -> row.getString("leading_industry");
                case SUB_INDUSTRY -> row.getString("sub_industry");
                case INDUSTRY -> row.getString("industry_code");
                case CLUSTER -> row.getString("cluster");
                case CURRENCY -> row.getString("currency");
                case EXCHANGE_RATE ->
                        "CNY".equals(row.getString("currency"))
                                ? null
                                : plain(row.getBigDecimal("exchange_rate"));
                case TOTAL_INVESTMENT -> tenThousands(row, "total_investment");
                case FIXED_INVESTMENT -> tenThousands(row, "fixed_investment");
                case LAND -> mu(row.getBigDecimal("wanted_land_m2"));
                case FLOOR -> plain(row.getBigDecimal("wanted_floor_m2"));
                case WANTED_BY -> row.getObject("wanted_by", LocalDate.class);
                case REVENUE -> tenThousands(row, "expected_revenue_yuan");
                case TAX -> tenThousands(row, "expected_tax_yuan");
                case JOBS -> row.getObject("expected_jobs", Integer.class);
                case CHEMICAL -> yes(row, "chemical");
                case CONTACT -> row.getString("contact_name");
                case CONTACT_POSITION -> row.getString("contact_position");
                case CONTACT_PHONE -> masked(row).phone();
                case CONTACT_EMAIL -> masked(row).email();
                case OWNER -> row.getString("owner_name");
                case STAGE -> stage(LeadStage.valueOf(row.getString("stage")));
                case PROBABILITY -> row.getObject("probability", Integer.class);
                case NEXT_ACTION -> row.getString("next_action");
                case NEXT_ACTION_ON -> row.getObject("next_action_on", LocalDate.class);
                case FOLLOWED_ON -> {
                    var at = row.getTimestamp("followed_at");
                    yield at == null ? null : LocalDate.ofInstant(at.toInstant(), clock.getZone());
                }
                case REGISTERED_ON -> row.getObject("registered_on", LocalDate.class);
                case SIGNED_ON -> row.getObject("signed_on", LocalDate.class);
                case CONFIDENTIAL -> yes(row, "confidential");
                case TAGS -> joined(row, "tags");
                case SUMMARY -> row.getString("summary");
            };
        }

        private String stage(LeadStage stage) {
            var own = rules.nameOf(stage);
            return own == null ? messages.of(locale, stage) : own;
        }

        private LeadContact masked(ResultSet row) throws SQLException {
            return new LeadContact(
                            null,
                            "",
                            null,
                            row.getString("contact_phone"),
                            row.getString("contact_email"))
                    .masked();
        }

        private String yes(ResultSet row, String column) throws SQLException {
            return messages.text(
                    locale, row.getBoolean(column) ? "leads.export.yes" : "leads.export.no");
        }

        private @Nullable String countries(ResultSet row) throws SQLException {
            return Arrays.stream((String[]) row.getArray("countries").getArray())
                    .map(iso -> ImportedWords.country(Optional.of(iso), locale))
                    .collect(
                            Collectors.collectingAndThen(
                                    Collectors.joining("、"), all -> all.isEmpty() ? null : all));
        }

        private @Nullable String joined(ResultSet row, String column) throws SQLException {
            var texts = (String[]) row.getArray(column).getArray();
            return Arrays.stream(texts).allMatch(String::isEmpty) ? null : String.join("、", texts);
        }

        private @Nullable BigDecimal tenThousands(ResultSet row, String column)
                throws SQLException {
            var yuan = row.getBigDecimal(column);
            return yuan == null ? null : plain(yuan.movePointLeft(4));
        }

        private static @Nullable BigDecimal mu(@Nullable BigDecimal squareMetres) {
            return squareMetres == null
                    ? null
                    : plain(squareMetres.divide(M2_PER_MU, 4, RoundingMode.HALF_UP));
        }

        private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
            return number == null
                    ? null
                    : new BigDecimal(number.stripTrailingZeros().toPlainString());
        }
    }
}
