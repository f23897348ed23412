package org.kaiyuan.enterprises;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.persistence.EnterpriseSql;
import org.kaiyuan.enterprises.search.EnterpriseIndex;
import org.kaiyuan.enterprises.search.WhatWasTyped;
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
 * Taking what a list or a search shows along as a table, whole and in its order.
 *
 * <p>Rows pass from a database cursor straight into a file on disk, so the heap does not grow with them, a
 * slow reader holds no connection, and nothing leaves before the entry of who took what is committed.
 */
@Service
public class EnterpriseExport {
    private static final String SUBJECT = "enterprises.export";
    private static final int AT_ONCE = 500;

    private static final List<String> COLUMNS =
            List.of(
                    "name",
                    "creditCode",
                    "formerNames",
                    "shortName",
                    "kind",
                    "status",
                    "capital",
                    "currency",
                    "foundedOn",
                    "settledOn",
                    "industryCode",
                    "industry",
                    "leadingIndustry",
                    "subIndustry",
                    "chainPosition",
                    "division",
                    "address",
                    "zoneLocation",
                    "scope",
                    "products",
                    "website",
                    "aboveScale",
                    "fourAbove",
                    "qualifications",
                    "tags",
                    "contact",
                    "phone",
                    "year",
                    "revenue",
                    "tax",
                    "employees",
                    "updatedAt");

    private static final String SELECT =
            """
            select e.*,
                   array(select f.name from enterprises.former_name f
                         where f.tenant_id = e.tenant_id and f.enterprise_id = e.id order by 1) as former_names,
                   array(select k.name from enterprises.qualification_kind k
                         where k.code in (select q.kind_code from enterprises.qualification q
                                          where q.tenant_id = e.tenant_id and q.enterprise_id = e.id)
                         order by k.position) as kinds,
                   array(select t.tag from enterprises.enterprise_tag t
                         where t.tenant_id = e.tenant_id and t.enterprise_id = e.id order by 1) as tags,
                   c.name as contact_name, c.phone as contact_phone,
                   y.year, y.revenue_yuan, y.tax_yuan, y.employees
            from enterprises.enterprise e
            left join lateral (select c.name, c.phone from enterprises.contact c
                               where c.tenant_id = e.tenant_id and c.enterprise_id = e.id
                               order by c.id limit 1) c on true
            left join lateral (select y.year, y.revenue_yuan, y.tax_yuan, y.employees
                               from enterprises.yearly_figures y
                               where y.tenant_id = e.tenant_id and y.enterprise_id = e.id
                               order by y.year desc limit 1) y on true
            where
            """;

    private final JdbcTemplate jdbc;
    private final SearchDoor door;
    private final ChangeHistory history;
    private final TenantDirectory tenants;
    private final Messages messages;
    private final Clock clock;
    private final TransactionTemplate transaction;

    EnterpriseExport(
            JdbcTemplate jdbc,
            SearchDoor door,
            ChangeHistory history,
            TenantDirectory tenants,
            Messages messages,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = cursor(jdbc);
        this.door = door;
        this.history = history;
        this.tenants = tenants;
        this.messages = messages;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    private static JdbcTemplate cursor(JdbcTemplate jdbc) {
        var reading = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        reading.setFetchSize(AT_ONCE);
        return reading;
    }

    /**
     * Everything that the question finds, phones masked. Who took it, what was asked and how many rows there
     * are is recorded.
     *
     * @param locale of the headings and of the words in the cells
     * @throws org.kaiyuan.platform.search.SearchUnavailable when it is a search and there is none just now:
     *     what PostgreSQL finds instead is another set of rows
     */
    @PreAuthorize("hasRole('" + EnterprisePermissions.EXPORT + "')")
    public ExportedFile export(EnterpriseQuestion question, TabularFormat format, Locale locale) {
        var zone = tenants.find(CurrentTenant.get()).orElseThrow();
        var name =
                "%s-%s-%s.%s"
                        .formatted(
                                zone.name(),
                                messages.text(locale, "enterprises.export.sheet"),
                                LocalDate.now(clock),
                                format.extension());
        return ExportedFile.written(name, format, path -> write(question, format, locale, path));
    }

    private long write(EnterpriseQuestion question, TabularFormat format, Locale locale, Path path)
            throws IOException {
        var headings =
                COLUMNS.stream()
                        .map(column -> messages.text(locale, "enterprises.column." + column))
                        .toList();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
                var table =
                        TabularWriter.to(
                                out,
                                format,
                                messages.text(locale, "enterprises.export.sheet"),
                                headings)) {
            var sheet = new Sheet(table, locale);
            if (question.isSearch()) {
                door.each(
                        EnterpriseIndex.INDEX,
                        WhatWasTyped.query(question.typed()),
                        WhatWasTyped.filters(question.filter()),
                        AT_ONCE,
                        ids ->
                                transaction.executeWithoutResult(open ->
                                        read(
                                                sheet,
                                                "e.merged_into is null and e.id = any (?)"
                                                        + " order by array_position(?::uuid[], e.id)",
                                                ids.toArray(UUID[]::new),
                                                ids.toArray(UUID[]::new))));
                transaction.executeWithoutResult(open -> record(question, format, sheet.rows));
            } else {
                var sql = EnterpriseSql.page(question.filter(), question.order(), null);
                transaction.executeWithoutResult(open -> {
                    read(
                            sheet,
                            sql.where() + " order by " + EnterpriseSql.orderBy(question.order()),
                            sql.arguments());
                    record(question, format, sheet.rows);
                });
            }
            return sheet.rows;
        }
    }

    private void read(Sheet sheet, String which, Object... arguments) {
        jdbc.query(SELECT + which, sheet, arguments);
    }

    private void record(EnterpriseQuestion question, TabularFormat format, long rows) {
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
        private final String yes;
        private final String no;
        private long rows;

        Sheet(TabularWriter table, Locale locale) {
            this.table = table;
            this.locale = locale;
            yes = messages.text(locale, "enterprises.export.yes");
            no = messages.text(locale, "enterprises.export.no");
        }

        @Override
        public void processRow(ResultSet row) throws SQLException {
            var cells = new ArrayList<@Nullable Object>(COLUMNS.size());
            var industry = row.getString("industry_code");
            var division = row.getString("division_code");
            cells.add(row.getString("name"));
            cells.add(row.getString("credit_code"));
            cells.add(joined(row, "former_names"));
            cells.add(row.getString("short_name"));
            cells.add(row.getString("kind"));
            cells.add(messages.of(locale, EnterpriseStatus.valueOf(row.getString("status"))));
            cells.add(tenThousands(row, "registered_capital"));
            cells.add(row.getString("capital_currency"));
            cells.add(row.getObject("founded_on", LocalDate.class));
            cells.add(row.getObject("settled_on", LocalDate.class));
            cells.add(industry);
            cells.add(industry == null ? null : Industries.name(industry));
            cells.add(row.getString("leading_industry"));
            cells.add(row.getString("sub_industry"));
            cells.add(messages.of(locale, ChainPosition.valueOf(row.getString("chain_position"))));
            cells.add(division == null ? row.getString("city") : Divisions.shown(division));
            cells.add(row.getString("address"));
            cells.add(row.getString("zone_location"));
            cells.add(row.getString("business_scope"));
            cells.add(row.getString("products"));
            cells.add(row.getString("website"));
            cells.add(row.getBoolean("above_scale") ? yes : no);
            cells.add(row.getBoolean("four_above") ? yes : no);
            cells.add(joined(row, "kinds"));
            cells.add(joined(row, "tags"));
            cells.add(row.getString("contact_name"));
            cells.add(ContactLine.maskedPhone(row.getString("contact_phone")));
            cells.add(row.getObject("year", Integer.class));
            cells.add(tenThousands(row, "revenue_yuan"));
            cells.add(tenThousands(row, "tax_yuan"));
            cells.add(row.getObject("employees", Integer.class));
            cells.add(
                    LocalDateTime.ofInstant(
                                    row.getTimestamp("updated_at").toInstant(), clock.getZone())
                            .withNano(0));
            table.row(cells);
            rows++;
        }

        private @Nullable String joined(ResultSet row, String column) throws SQLException {
            var texts = (String[]) row.getArray(column).getArray();
            return texts.length == 0 ? null : String.join("、", Arrays.asList(texts));
        }

        private @Nullable BigDecimal tenThousands(ResultSet row, String column)
                throws SQLException {
            var yuan = row.getBigDecimal(column);
            return yuan == null
                    ? null
                    : new BigDecimal(yuan.movePointLeft(4).stripTrailingZeros().toPlainString());
        }
    }
}
