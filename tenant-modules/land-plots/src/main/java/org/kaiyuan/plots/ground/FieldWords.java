package org.kaiyuan.plots.ground;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.ground.DeclaredArea.Unit;

/** What surveyors and planners call the fields that we know, in GeoJSON, KML and Shapefiles. */
final class FieldWords {
    private enum Field {
        NUMBER,
        NAME,
        AREA,
        AREA_M2,
        AREA_MU,
        AREA_HECTARE,
        USE_CODE,
        USE_NAME
    }

    private static final Map<String, Field> FIELDS = new HashMap<>();

    static {
        words(Field.NUMBER, "number", "plotno", "dkbh", "dkh", "地块编号", "地块号", "编号", "宗地编号");
        words(Field.NAME, "name", "plotname", "dkmc", "地块名称", "名称", "mc", "宗地名称");
        words(Field.AREA, "area", "dkmj", "tdmj", "mj", "ydmj", "地块面积", "面积", "用地面积", "宗地面积");
        words(
                Field.AREA_M2,
                "aream2",
                "areasqm",
                "mjm2",
                "mjpfm",
                "面积平方米",
                "面积㎡",
                "面积m2",
                "面积m²",
                "地块面积平方米");
        words(Field.AREA_MU, "areamu", "mjmu", "面积亩", "地块面积亩");
        words(Field.AREA_HECTARE, "areaha", "mjha", "mjgq", "面积公顷", "地块面积公顷");
        words(
                Field.USE_CODE,
                "usecode",
                "landusecode",
                "dlbm",
                "dlbh",
                "yddm",
                "ydbm",
                "地类编码",
                "地类编号",
                "用地代码",
                "用地编码",
                "地类代码",
                "用地用海分类代码");
        words(
                Field.USE_NAME,
                "usename",
                "landuse",
                "dlmc",
                "ydmc",
                "ydxz",
                "dkyt",
                "地类名称",
                "地块用途",
                "土地用途",
                "用途",
                "用地性质",
                "用地名称",
                "用地用海分类名称");
    }

    private FieldWords() {}

    private static void words(Field field, String... words) {
        for (var word : words) {
            FIELDS.put(word, field);
        }
    }

    /**
     * @return whether it was one of ours. The first of two that mean the same is taken, and an area that is no
     *     number is none
     */
    static boolean take(Draft draft, String key, String value) {
        var field = FIELDS.get(key.toLowerCase(Locale.ROOT).replaceAll("[\\s_()（）\\-.]", ""));
        if (field == null) {
            return false;
        }
        return switch (field) {
            case NUMBER -> {
                boolean free = draft.number.isEmpty();
                draft.number = free ? value : draft.number;
                yield free;
            }
            case NAME -> {
                boolean free = draft.name.isEmpty();
                draft.name = free ? value : draft.name;
                yield free;
            }
            case USE_CODE -> {
                boolean free = draft.useCode.isEmpty();
                draft.useCode = free ? value : draft.useCode;
                yield free;
            }
            case USE_NAME -> {
                boolean free = draft.useName.isEmpty();
                draft.useName = free ? value : draft.useName;
                yield free;
            }
            case AREA -> area(draft, value, null);
            case AREA_M2 -> area(draft, value, Unit.SQUARE_METRE);
            case AREA_MU -> area(draft, value, Unit.MU);
            case AREA_HECTARE -> area(draft, value, Unit.HECTARE);
        };
    }

    private static boolean area(Draft draft, String value, @Nullable Unit unit) {
        var area = DeclaredArea.of(value, unit);
        if (draft.declaredArea != null || area.isEmpty()) {
            return false;
        }
        draft.declaredArea = area.get();
        return true;
    }
}
