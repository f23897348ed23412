package org.kaiyuan.demo;

import static org.kaiyuan.demo.CopyText.field;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.tenancy.TenantId;
import org.postgresql.PGConnection;

/**
 * Writes enterprises by COPY into temporary tables and {@code INSERT … SELECT} from there, because COPY
 * into a table with row-level security is refused.
 *
 * <p>Within the caller's transaction, in whose tenant's name the rows are written.
 */
public final class EnterpriseCopy {
    private static final String ENTERPRISE =
            "id, name, name_key, short_name, credit_code, kind, status, registered_capital, "
                    + "capital_currency, founded_on, settled_on, deregistered_on, industry_code, "
                    + "leading_industry, sub_industry, chain_position, division_code, city, address, "
                    + "zone_location, business_scope, products, website, above_scale, four_above, "
                    + "import_id";
    private static final String FIGURES_SOURCE = "企业年报（演示数据）";

    private final Connection connection;
    private final TenantId tenant;

    public EnterpriseCopy(Connection connection, TenantId tenant) {
        this.connection = connection;
        this.tenant = tenant;
    }

    /** Enterprises with everything that hangs on them, and the list of them that indexing reads. */
    public void write(List<DemoEnterprise> all, UUID importId) throws SQLException {
        writeEnterprises(all, importId);
        var touched = new StringBuilder();
        for (var e : all) {
            CopyText.row(touched, importId, e.id());
        }
        copy("batch_touch", "batch_id, enterprise_id", touched);
        var former = new StringBuilder();
        var contacts = new StringBuilder();
        var qualifications = new StringBuilder();
        var years = new StringBuilder();
        var tags = new StringBuilder();
        for (var e : all) {
            for (var f : e.formerNames()) {
                CopyText.row(former, e.id(), f.name(), ChineseText.key(f.name()), f.until());
            }
            for (var c : e.contacts()) {
                CopyText.row(
                        contacts, c.id(), e.id(), c.name(), c.position(), c.phone(), c.email());
            }
            for (var q : e.qualifications()) {
                CopyText.row(
                        qualifications,
                        q.id(),
                        e.id(),
                        q.kindCode(),
                        q.number(),
                        q.from(),
                        q.until());
            }
            for (var y : e.years()) {
                CopyText.row(
                        years,
                        e.id(),
                        y.year(),
                        y.revenueYuan(),
                        y.taxYuan(),
                        y.investmentYuan(),
                        y.researchYuan(),
                        y.landM2(),
                        y.energyTce(),
                        y.employees(),
                        y.exportYuan(),
                        FIGURES_SOURCE,
                        (y.year() + 1) + "-03-31");
            }
            for (var tag : e.tags()) {
                CopyText.row(tags, e.id(), tag);
            }
        }
        copy("former_name", "enterprise_id, name, name_key, until", former);
        copy("contact", "id, enterprise_id, name, position, phone, email", contacts);
        copy(
                "qualification",
                "id, enterprise_id, kind_code, number, valid_from, valid_until",
                qualifications);
        copy(
                "yearly_figures",
                "enterprise_id, year, revenue_yuan, tax_yuan, fixed_asset_investment_yuan, rd_yuan, "
                        + "land_area_m2, energy_tce, employees, export_yuan, source, reported_on",
                years);
        copy("enterprise_tag", "enterprise_id, tag", tags);
    }

    /** Enterprises alone, for large samples. */
    public void writeEnterprises(List<DemoEnterprise> all, UUID importId) throws SQLException {
        var rows = new StringBuilder(all.size() * 700);
        for (var e : all) {
            field(rows, e.id());
            field(rows, e.name());
            field(rows, ChineseText.key(e.name()));
            field(rows, e.shortName());
            field(rows, e.creditCode());
            field(rows, e.kind());
            field(rows, e.status());
            field(rows, e.capitalYuan());
            field(rows, "CNY");
            field(rows, e.foundedOn());
            field(rows, e.settledOn());
            field(rows, e.deregisteredOn());
            field(rows, e.industryCode());
            field(rows, e.leadingIndustry());
            field(rows, e.subIndustry());
            field(rows, e.chainPosition());
            field(rows, e.divisionCode());
            field(rows, e.city());
            field(rows, e.address());
            field(rows, e.zoneLocation());
            field(rows, e.businessScope());
            field(rows, e.products());
            field(rows, e.website());
            field(rows, e.aboveScale());
            field(rows, e.fourAbove());
            field(rows, importId);
            CopyText.endRow(rows);
        }
        copy("enterprise", ENTERPRISE, rows);
    }

    private void copy(String table, String columns, CharSequence rows) throws SQLException {
        var incoming = "incoming_" + table;
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "create temporary table %s on commit drop as select %s from enterprises.%s with no data"
                            .formatted(incoming, columns, table));
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + incoming + " from stdin", new StringReader(rows.toString()));
            statement.execute(
                    "insert into enterprises.%s (tenant_id, %s) select %d, %s from %s"
                            .formatted(table, columns, tenant.value(), columns, incoming));
            statement.execute("drop table " + incoming);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
