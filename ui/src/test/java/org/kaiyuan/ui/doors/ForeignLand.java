package org.kaiyuan.ui.doors;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.plots.BuildingProfile;
import org.kaiyuan.plots.BuildingRegistration;
import org.kaiyuan.plots.CertificateDraft;
import org.kaiyuan.plots.CertificateKind;
import org.kaiyuan.plots.LayerKeeping;
import org.kaiyuan.plots.LayerKind;
import org.kaiyuan.plots.LeaseDraft;
import org.kaiyuan.plots.LeaseSigning;
import org.kaiyuan.plots.LeaseTerms;
import org.kaiyuan.plots.PlotCertificates;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotImport;
import org.kaiyuan.plots.PlotReservations;
import org.kaiyuan.plots.PlotRights;
import org.kaiyuan.plots.RightDraft;
import org.kaiyuan.plots.RightKind;
import org.kaiyuan.plots.SupplyContracts;
import org.kaiyuan.plots.SupplyMode;
import org.kaiyuan.plots.SupplyNote;
import org.kaiyuan.plots.UnitProfile;
import org.kaiyuan.plots.UnitRegistration;
import org.kaiyuan.plots.ground.ReadingOptions;
import org.kaiyuan.testing.TestServers;

/** Land, buildings and leases of a zone, for whoever tries its ids from another one. */
class ForeignLand {
    private final PlotImport imports;
    private final LayerKeeping layers;
    private final PlotRights rights;
    private final PlotCertificates certificates;
    private final PlotReservations reservations;
    private final SupplyContracts contracts;
    private final BuildingRegistration buildings;
    private final UnitRegistration units;
    private final LeaseSigning leases;

    ForeignLand(
            PlotImport imports,
            LayerKeeping layers,
            PlotRights rights,
            PlotCertificates certificates,
            PlotReservations reservations,
            SupplyContracts contracts,
            BuildingRegistration buildings,
            UnitRegistration units,
            LeaseSigning leases) {
        this.imports = imports;
        this.layers = layers;
        this.rights = rights;
        this.certificates = certificates;
        this.reservations = reservations;
        this.contracts = contracts;
        this.buildings = buildings;
        this.units = units;
        this.leases = leases;
    }

    /**
     * By the beginning of the path that shows them, the longer ones first; those that follow another id in it by how
     * they are called there.
     *
     * @param lead one that is pursued
     */
    Map<String, UUID> in(long tenant, UUID lead) {
        var plot = plot();
        var ids = new LinkedHashMap<String, UUID>();
        ids.put(
                "/api/v1/plots/reservations/{",
                reservations.reserve(plot, new LeadId(lead), LocalDate.now().plusDays(20), false));
        ids.put(
                "/api/v1/plots/rights/{",
                rights.add(
                        plot,
                        new RightDraft(
                                RightKind.SURFACE,
                                null,
                                "别人的权利人",
                                LocalDate.of(2026, 1, 1),
                                null,
                                null,
                                null,
                                null,
                                null)));
        ids.put(
                "/api/v1/plots/certificates/{",
                certificates.add(
                        plot,
                        new CertificateDraft(
                                CertificateKind.REAL_ESTATE, "别人的证书", null, null, null, null)));
        var task = UUID.randomUUID();
        var idle = UUID.randomUUID();
        asOwner(
                tenant,
                "update plots.plot set state = 'ANNOUNCED' where id = '%s'".formatted(plot));
        var contract = contracts.sign(plot, note(lead));
        asOwner(
                tenant,
                """
                insert into plots.reservation_task (tenant_id, id, lead_id, plot_id, move_id, reason, opened_at)
                values (%d, '%s', '%s', '%s', '%s', 'HELD', now())\
                """
                        .formatted(tenant, task, lead, plot, UUID.randomUUID()),
                """
                insert into plots.idle_case (tenant_id, id, plot_id, contract_id, kind, state, since, computed_on,
                    days_counted, days_needed, days_excluded, made_at)
                values (%d, '%s', '%s', '%s', 'NOT_STARTED', 'PROPOSED', '2025-01-01', '2026-06-01', 400, 365, 0, now())\
                """
                        .formatted(tenant, idle, plot, contract));
        ids.put("{contract}", contract);
        ids.put("/api/v1/plots/tasks/{", task);
        ids.put("/api/v1/plots/idle/{", idle);
        ids.put("/api/v1/plots/{", plot.value());
        layers.bring(LayerKind.BOUNDARY, file(), ReadingOptions.NONE, true, true);
        // a layer is called by its kind, which is every zone's
        ids.put("/api/v1/layers/{", UUID.randomUUID());
        var building =
                buildings.register(
                        BuildingProfile.named(
                                "B-1", "别人的厂房", List.of(new BuildingProfile.Floor(1, null))));
        var unit = units.add(building, UnitProfile.vacant(1, "101", new BigDecimal("500")));
        ids.put("/api/v1/buildings/{", building.value());
        ids.put("/api/v1/units/{", unit.value());
        ids.put(
                "/api/v1/leases/{",
                leases.sign(
                                new LeaseDraft(
                                        "L-1",
                                        null,
                                        "别人的承租人",
                                        Set.of(unit),
                                        LocalDate.of(2026, 1, 1),
                                        LeaseTerms.flat(
                                                LocalDate.of(2027, 12, 31), BigDecimal.TEN, 3),
                                        null))
                        .value());
        return ids;
    }

    private PlotId plot() {
        var brought = imports.bring(file(), ReadingOptions.NONE, true);
        return Objects.requireNonNull(brought.plots().getFirst().id());
    }

    private static byte[] file() {
        return """
        {"type":"Feature","properties":{"地块编号":"别人的-01","地块名称":"别人的地","地类编号":"100101"},
         "geometry":{"type":"Polygon","coordinates":[[[104.4,31.1],[104.402,31.1],[104.402,31.102],[104.4,31.102],[104.4,31.1]]]}}\
        """
                .getBytes(StandardCharsets.UTF_8);
    }

    private static SupplyNote note(UUID lead) {
        return new SupplyNote(
                SupplyMode.GRANT,
                "别人的合同",
                LocalDate.of(2026, 1, 5),
                null,
                "别人的受让人",
                lead,
                50,
                null,
                new BigDecimal("1000000"),
                LocalDate.of(2026, 6, 1),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static void asOwner(long tenant, String... statements) {
        try (var owner = TestServers.running().asOwner();
                var sql = owner.createStatement()) {
            sql.execute("select set_config('app.tenant_id', '%d', false)".formatted(tenant));
            for (var statement : statements) {
                sql.execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
