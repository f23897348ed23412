package org.kaiyuan.plots.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.BuildingProfile;
import org.kaiyuan.plots.LeaseTerms;
import org.kaiyuan.plots.UnitProfile;

/** Buildings, units and leases field by field, as the history shows them. */
public final class FloorText {
    private FloorText() {}

    public static Map<String, @Nullable String> of(BuildingProfile b) {
        var fields = new LinkedHashMap<String, @Nullable String>();
        fields.put("number", b.number());
        fields.put("name", b.name());
        fields.put("plot", Differences.text(b.plot()));
        fields.put("longitude", Differences.text(b.longitude()));
        fields.put("latitude", Differences.text(b.latitude()));
        fields.put("builtM2", Differences.text(b.builtM2()));
        fields.put("floorsAbove", Differences.text(b.floorsAbove()));
        fields.put("floorsBelow", Differences.text(b.floorsBelow()));
        fields.put("completedOn", Differences.text(b.completedOn()));
        fields.put("holder", b.holderName());
        fields.put("note", b.note());
        fields.put(
                "floors",
                b.floors().isEmpty()
                        ? null
                        : b.floors().stream()
                                .map(floor ->
                                        floor.level()
                                                + "F"
                                                + (floor.grossM2() == null
                                                        ? ""
                                                        : " "
                                                                + Differences.text(floor.grossM2())
                                                                + " m²"))
                                .collect(Collectors.joining("、")));
        return fields;
    }

    public static Map<String, @Nullable String> of(UnitProfile u) {
        var fields = new LinkedHashMap<String, @Nullable String>();
        fields.put("level", Differences.text(u.level()));
        fields.put("number", u.number());
        fields.put("areaM2", Differences.text(u.areaM2()));
        fields.put("loadKnM2", Differences.text(u.loadKnM2()));
        fields.put("clearHeightM", Differences.text(u.clearHeightM()));
        fields.put("powerKva", Differences.text(u.powerKva()));
        fields.put("craneT", Differences.text(u.craneT()));
        fields.put("use", u.use().name());
        fields.put("state", u.state().name());
        fields.put("note", u.note());
        return fields;
    }

    public static Map<String, @Nullable String> of(
            String number, String tenant, LeaseTerms t, @Nullable String note) {
        var fields = new LinkedHashMap<String, @Nullable String>();
        fields.put("number", number);
        fields.put("tenant", tenant);
        fields.put("toDay", Differences.text(t.toDay()));
        fields.put("rentYuanM2", Differences.text(t.rentYuanM2()));
        fields.put("depositYuan", Differences.text(t.depositYuan()));
        fields.put(
                "free",
                Differences.joined(
                        t.free().stream()
                                .map(free -> free.fromDay() + " – " + free.toDay())
                                .toList()));
        fields.put(
                "steps",
                Differences.joined(
                        t.steps().stream()
                                .map(step ->
                                        step.fromDay() + " " + Differences.text(step.rentYuanM2()))
                                .toList()));
        fields.put(
                "growth",
                t.growth() == null
                        ? null
                        : Differences.text(t.growth().percent())
                                + "% / "
                                + t.growth().everyMonths());
        fields.put("intervalMonths", Differences.text(t.intervalMonths()));
        fields.put("dueDay", Differences.text(t.dueDay()));
        fields.put("note", note);
        return fields;
    }
}
