package org.kaiyuan.plots.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.BuildingProfile;
import org.kaiyuan.plots.PlotFieldsRefused;
import org.kaiyuan.plots.UnitProfile;

/** What buildings and their units must be like, and their tidying. */
public final class BuildingRules {
    /** m²; the largest factories of the world are smaller. */
    public static final BigDecimal MOST_M2 = BigDecimal.valueOf(10_000_000);

    private static final int MOST_FLOORS = 220;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private BuildingRules() {}

    /**
     * The building, tidied, its floors from above.
     *
     * @throws PlotFieldsRefused when a field is not as it must be; names every such field
     */
    public static BuildingProfile checked(BuildingProfile b) {
        var faults = new Faults();
        if ((b.longitude() == null) != (b.latitude() == null)) {
            faults.add(b.longitude() == null ? "longitude" : "latitude", "point");
        }
        faults.between("longitude", b.longitude(), 73, 136);
        faults.between("latitude", b.latitude(), 3, 54);
        faults.between("floorsAbove", b.floorsAbove(), 0, 200);
        faults.between("floorsBelow", b.floorsBelow(), 0, 20);
        if (b.completedOn() != null
                && (b.completedOn().isBefore(EARLIEST) || b.completedOn().getYear() > 2200)) {
            faults.add("completedOn", "day");
        }
        var tidy =
                new BuildingProfile(
                        faults.needed("number", b.number(), 60),
                        faults.needed("name", b.name(), 200),
                        b.plot(),
                        degrees("longitude", b.longitude(), faults),
                        degrees("latitude", b.latitude(), faults),
                        faults.size("builtM2", b.builtM2(), MOST_M2, 2),
                        b.floorsAbove(),
                        b.floorsBelow(),
                        b.completedOn(),
                        b.holderId(),
                        faults.text("holderName", b.holderName(), 200),
                        faults.text("note", b.note(), 4000),
                        floors(b.floors(), faults));
        faults.refuse();
        return tidy;
    }

    /**
     * The unit, tidied.
     *
     * @throws PlotFieldsRefused as {@link #checked(BuildingProfile)}
     */
    public static UnitProfile checked(UnitProfile u) {
        var faults = new Faults();
        if (!u.state().canBeEntered()) {
            faults.add("state", "leasedByLease");
        }
        var area = faults.size("areaM2", u.areaM2(), MOST_M2, 2);
        var tidy =
                new UnitProfile(
                        u.level(),
                        faults.needed("number", u.number(), 60),
                        Objects.requireNonNull(area),
                        faults.size("loadKnM2", u.loadKnM2(), BigDecimal.valueOf(1000), 2),
                        faults.size("clearHeightM", u.clearHeightM(), BigDecimal.valueOf(200), 2),
                        faults.amount("powerKva", u.powerKva(), BigDecimal.valueOf(1_000_000), 2),
                        faults.amount("craneT", u.craneT(), BigDecimal.valueOf(10_000), 2),
                        u.use(),
                        u.state(),
                        faults.text("note", u.note(), 2000));
        faults.refuse();
        return tidy;
    }

    private static List<BuildingProfile.Floor> floors(
            List<BuildingProfile.Floor> floors, Faults faults) {
        if (floors.size() > MOST_FLOORS) {
            faults.add("floors", "tooMany", MOST_FLOORS);
            return floors;
        }
        var seen = new HashSet<Integer>();
        var tidy = new ArrayList<BuildingProfile.Floor>();
        for (int i = 0; i < floors.size(); i++) {
            int level = floors.get(i).level();
            if (level == 0) {
                faults.add("floors[" + i + "].level", "level");
            } else if (!seen.add(level)) {
                faults.add("floors[" + i + "].level", "twice");
            }
            faults.between("floors[" + i + "].level", level, -20, 200);
            tidy.add(
                    new BuildingProfile.Floor(
                            level,
                            faults.size(
                                    "floors[" + i + "].grossM2",
                                    floors.get(i).grossM2(),
                                    MOST_M2,
                                    2)));
        }
        return tidy.stream()
                .sorted(Comparator.comparingInt(BuildingProfile.Floor::level).reversed())
                .toList();
    }

    /** Six decimals are a decimetre. */
    private static @Nullable BigDecimal degrees(
            String field, @Nullable BigDecimal angle, Faults faults) {
        return angle == null ? null : faults.scaled(field, angle, 6);
    }
}
