package org.kaiyuan.plots.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.BuildingDetails;
import org.kaiyuan.plots.BuildingProfile;
import org.kaiyuan.plots.BuildingRow;
import org.kaiyuan.plots.LeaseId;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.UnitProfile;
import org.kaiyuan.plots.UnitRow;
import org.kaiyuan.plots.UnitState;
import org.kaiyuan.plots.UnitUse;
import org.kaiyuan.plots.Vacancy;

/** Forms of what the API of buildings and units says. */
final class FloorAnswers {
    private FloorAnswers() {}

    /** A building in a list. */
    record BuildingLine(
            UUID id,
            long version,
            String number,
            String name,
            @Nullable UUID plot,
            @Nullable String plotNumber,
            @Nullable BigDecimal longitude,
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal builtM2,
            @Nullable String holderName,
            int units,
            BigDecimal lettableM2,
            BigDecimal leasedM2,
            Instant updatedAt) {
        static BuildingLine of(BuildingRow r) {
            return new BuildingLine(
                    r.id().value(),
                    r.version(),
                    r.number(),
                    r.name(),
                    value(r.plot()),
                    r.plotNumber(),
                    r.longitude(),
                    r.latitude(),
                    r.builtM2(),
                    r.holderName(),
                    r.units(),
                    r.lettableM2(),
                    r.leasedM2(),
                    r.updatedAt());
        }
    }

    /** A page; {@code next} is null on the last one. */
    record BuildingList(List<BuildingLine> items, @Nullable String next) {}

    record BuildingFloor(@JsonProperty(required = true) int level, @Nullable BigDecimal grossM2) {}

    /** What is known of a building. */
    record BuildingBody(
            @JsonProperty(required = true) String number,
            @JsonProperty(required = true) String name,
            @Nullable UUID plot,
            @Nullable BigDecimal longitude,
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal builtM2,
            @Nullable Integer floorsAbove,
            @Nullable Integer floorsBelow,
            @Nullable LocalDate completedOn,
            @Nullable UUID holderId,
            @Nullable String holderName,
            @Nullable String note,
            @Nullable List<BuildingFloor> floors) {
        BuildingProfile profile() {
            return new BuildingProfile(
                    number,
                    name,
                    plot == null ? null : new PlotId(plot),
                    longitude,
                    latitude,
                    builtM2,
                    floorsAbove,
                    floorsBelow,
                    completedOn,
                    holderId,
                    holderName,
                    note,
                    floors == null
                            ? List.of()
                            : floors.stream()
                                    .map(f -> new BuildingProfile.Floor(f.level(), f.grossM2()))
                                    .toList());
        }

        static BuildingBody of(BuildingProfile p) {
            return new BuildingBody(
                    p.number(),
                    p.name(),
                    value(p.plot()),
                    p.longitude(),
                    p.latitude(),
                    p.builtM2(),
                    p.floorsAbove(),
                    p.floorsBelow(),
                    p.completedOn(),
                    p.holderId(),
                    p.holderName(),
                    p.note(),
                    p.floors().stream()
                            .map(f -> new BuildingFloor(f.level(), f.grossM2()))
                            .toList());
        }
    }

    /** A building with its stacking plan. */
    record BuildingWhole(
            UUID id,
            long version,
            BuildingBody profile,
            @Nullable String plotNumber,
            List<StackFloor> stack) {
        static BuildingWhole of(BuildingDetails d) {
            return new BuildingWhole(
                    d.id().value(),
                    d.version(),
                    BuildingBody.of(d.profile()),
                    d.plotNumber(),
                    d.floors().stream().map(StackFloor::of).toList());
        }
    }

    record StackFloor(int level, @Nullable BigDecimal grossM2, List<StackUnit> units) {
        static StackFloor of(BuildingDetails.StackedFloor f) {
            return new StackFloor(
                    f.level(), f.grossM2(), f.units().stream().map(StackUnit::of).toList());
        }
    }

    record StackUnit(
            UUID id,
            String number,
            BigDecimal areaM2,
            UnitUse use,
            UnitState state,
            @Nullable UUID lease,
            @Nullable String tenant,
            @Nullable LocalDate leasedFrom,
            @Nullable LocalDate leasedUntil) {
        static StackUnit of(BuildingDetails.StackedUnit u) {
            return new StackUnit(
                    u.id().value(),
                    u.number(),
                    u.areaM2(),
                    u.use(),
                    u.state(),
                    value(u.lease()),
                    u.tenant(),
                    u.leasedFrom(),
                    u.leasedUntil());
        }
    }

    /** What is known of a unit. */
    record UnitBody(
            @JsonProperty(required = true) int level,
            @JsonProperty(required = true) String number,
            @JsonProperty(required = true) BigDecimal areaM2,
            @Nullable BigDecimal loadKnM2,
            @Nullable BigDecimal clearHeightM,
            @Nullable BigDecimal powerKva,
            @Nullable BigDecimal craneT,
            @JsonProperty(required = true) UnitUse use,
            @JsonProperty(required = true) UnitState state,
            @Nullable String note) {
        UnitProfile profile() {
            return new UnitProfile(
                    level,
                    number,
                    areaM2,
                    loadKnM2,
                    clearHeightM,
                    powerKva,
                    craneT,
                    use,
                    state,
                    note);
        }

        static UnitBody of(UnitProfile p) {
            return new UnitBody(
                    p.level(),
                    p.number(),
                    p.areaM2(),
                    p.loadKnM2(),
                    p.clearHeightM(),
                    p.powerKva(),
                    p.craneT(),
                    p.use(),
                    p.state(),
                    p.note());
        }
    }

    /** A new unit and the building that it is in. */
    record NewUnitBody(
            @JsonProperty(required = true) UUID building,
            @JsonProperty(required = true) UnitBody profile) {}

    /** A unit as it is today. */
    record UnitAnswer(
            UUID id,
            long version,
            UUID building,
            String buildingNumber,
            String buildingName,
            UnitBody profile,
            UnitState state,
            @Nullable UUID lease,
            @Nullable String tenant,
            @Nullable LocalDate leasedFrom,
            @Nullable LocalDate leasedUntil,
            Instant updatedAt) {
        static UnitAnswer of(UnitRow r) {
            return new UnitAnswer(
                    r.id().value(),
                    r.version(),
                    r.building().value(),
                    r.buildingNumber(),
                    r.buildingName(),
                    UnitBody.of(r.profile()),
                    r.state(),
                    value(r.lease()),
                    r.tenant(),
                    r.leasedFrom(),
                    r.leasedUntil(),
                    r.updatedAt());
        }
    }

    /** A page; {@code next} is null on the last one. */
    record UnitList(List<UnitAnswer> items, @Nullable String next) {}

    record VacantSpace(
            @Nullable UUID building,
            @Nullable String number,
            @Nullable String name,
            BigDecimal lettableM2,
            BigDecimal leasedM2,
            BigDecimal vacantM2,
            @Nullable BigDecimal rate) {
        static VacantSpace of(Vacancy.VacantSpace s) {
            return new VacantSpace(
                    s.building() == null ? null : s.building().value(),
                    s.number(),
                    s.name(),
                    s.lettableM2(),
                    s.leasedM2(),
                    s.vacantM2(),
                    s.rate());
        }
    }

    record VacancyAnswer(LocalDate day, VacantSpace overall, List<VacantSpace> buildings) {
        static VacancyAnswer of(Vacancy v) {
            return new VacancyAnswer(
                    v.day(),
                    VacantSpace.of(v.overall()),
                    v.buildings().stream().map(VacantSpace::of).toList());
        }
    }

    static @Nullable UUID value(@Nullable LeaseId lease) {
        return lease == null ? null : lease.value();
    }

    private static @Nullable UUID value(@Nullable PlotId plot) {
        return plot == null ? null : plot.value();
    }
}
