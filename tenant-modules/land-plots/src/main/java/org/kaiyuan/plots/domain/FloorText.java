package org.kaiyuan.plots.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.plots.BuildingProfile;
import org.kaiyuan.plots.LeaseTerms;
import org.kaiyuan.plots.UnitProfile;

/** Buildings, units and leases field by field, as the history shows them. */
public final class FloorText {
    private FloorText() {}

    /** What differs between two texts of the same kind. */
    public static List<FieldChange> differences(
            Map<String, @Nullable String> was, Map<String, @Nullable String> is) {
        var changes = new ArrayList<FieldChange>();
        is.forEach((field, text) -> {
            if (!Objects.equals(was.get(field), text)) {
                changes.add(new FieldChange(field, was.get(field), text));
            }
        });
        return changes;
    }

    public static Map<String, @Nullable String> of(BuildingProfile b) {
        var fields = new LinkedHashMap<String, @Nullable String>();
        fields.put("number", b.number());
        fields.put("name", b.name());
        fields.put("plot", text(b.plot()));
        fields.put("longitude", text(b.longitude()));
        fields.put("latitude", text(b.latitude()));
        fields.put("builtM2", text(b.builtM2()));
        fields.put("floorsAbove", text(b.floorsAbove()));
        fields.put("floorsBelow", text(b.floorsBelow()));
        fields.put("completedOn", text(b.completedOn()));
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
                                                        : " " + text(floor.grossM2()) + " m²"))
                                .collect(Collectors.joining("、")));
        return fields;
    }

    public static Map<String, @Nullable String> of(UnitProfile u) {
        var fields = new LinkedHashMap<String, @Nullable String>();
        fields.put("level", text(u.level()));
        fields.put("number", u.number());
        fields.put("areaM2", text(u.areaM2()));
        fields.put("loadKnM2", text(u.loadKnM2()));
        fields.put("clearHeightM", text(u.clearHeightM()));
        fields.put("powerKva", text(u.powerKva()));
        fields.put("craneT", text(u.craneT()));
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
        fields.put("toDay", text(t.toDay()));
        fields.put("rentYuanM2", text(t.rentYuanM2()));
        fields.put("depositYuan", text(t.depositYuan()));
        fields.put(
                "free",
                joined(
                        t.free().stream()
                                .map(free -> free.fromDay() + " – " + free.toDay())
                                .toList()));
        fields.put(
                "steps",
                joined(
                        t.steps().stream()
                                .map(step -> step.fromDay() + " " + text(step.rentYuanM2()))
                                .toList()));
        fields.put(
                "growth",
                t.growth() == null
                        ? null
                        : text(t.growth().percent()) + "% / " + t.growth().everyMonths());
        fields.put("intervalMonths", text(t.intervalMonths()));
        fields.put("dueDay", text(t.dueDay()));
        fields.put("note", note);
        return fields;
    }

    private static @Nullable String joined(List<String> all) {
        return all.isEmpty() ? null : String.join("、", all);
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }
}
