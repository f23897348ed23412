package org.kaiyuan.platform.search.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The provinces, cities and counties that names begin with, from {@code places.txt}.
 *
 * <p>A short county name (金牛) may as well be a brand; therefore nothing is ever thrown away: each step
 * of {@link #strippedStepByStep} is a form of its own.
 */
final class PlaceNames {
    private static final Map<String, Place> PLACES = load();
    private static final int LONGEST =
            PLACES.keySet().stream().mapToInt(String::length).max().orElse(0);
    private static final Pattern SOME_PLACE = Pattern.compile("^\\p{IsHan}{2,3}?[市县区镇乡]");
    private static final Pattern SOME_ZONE =
            Pattern.compile("^\\p{IsHan}{0,4}?(?:经济技术开发区|经济开发区|高新技术产业开发区|高新区|经开区|开发区|新区|工业园区|园区)");

    /** One letter that stands for a province or a city at the head of an abbreviation. */
    private static final Map<String, String> LETTERS =
            Map.ofEntries(
                    Map.entry("四川", "川"),
                    Map.entry("重庆", "渝"),
                    Map.entry("北京", "京"),
                    Map.entry("上海", "沪"),
                    Map.entry("天津", "津"),
                    Map.entry("成都", "蓉"),
                    Map.entry("广东", "粤"),
                    Map.entry("湖北", "鄂"),
                    Map.entry("湖南", "湘"),
                    Map.entry("河北", "冀"),
                    Map.entry("河南", "豫"),
                    Map.entry("山东", "鲁"),
                    Map.entry("山西", "晋"),
                    Map.entry("陕西", "陕"),
                    Map.entry("江西", "赣"),
                    Map.entry("江苏", "苏"),
                    Map.entry("浙江", "浙"),
                    Map.entry("安徽", "皖"),
                    Map.entry("福建", "闽"),
                    Map.entry("贵州", "贵"),
                    Map.entry("云南", "云"),
                    Map.entry("广西", "桂"),
                    Map.entry("海南", "琼"),
                    Map.entry("甘肃", "甘"),
                    Map.entry("青海", "青"),
                    Map.entry("宁夏", "宁"),
                    Map.entry("新疆", "新"),
                    Map.entry("西藏", "藏"),
                    Map.entry("内蒙古", "蒙"),
                    Map.entry("辽宁", "辽"),
                    Map.entry("吉林", "吉"),
                    Map.entry("黑龙江", "黑"));

    private PlaceNames() {}

    /**
     * A place and how sure its reading is.
     *
     * @param name short form where there is one
     * @param sure false for a county's short form, which may as well be a brand
     */
    record Place(String name, boolean sure) {}

    /**
     * What is left after a step.
     *
     * @param rest not empty
     * @param place what was taken off
     */
    record Step(String rest, Place place) {}

    /** The steps by which places come off the head of a key; empty when it begins with none. */
    static List<Step> strippedStepByStep(String key) {
        var steps = new ArrayList<Step>();
        var rest = key;
        for (int i = 0; i < 4; i++) {
            var step = strip(rest);
            if (step == null) {
                break;
            }
            steps.add(step);
            rest = step.rest();
        }
        return steps;
    }

    /** True for the whole name of a place, such as 成都 or 四川省. */
    static boolean isPlace(String key) {
        return PLACES.containsKey(key);
    }

    static @Nullable String letterOf(String place) {
        return LETTERS.get(place);
    }

    /** The short forms of a division's full name: 德阳市 is searched as 德阳. */
    static Set<String> shortForms(String key) {
        var forms = new LinkedHashSet<String>();
        for (var step : strippedStepByStep(key + "之地")) {
            forms.add(step.place().name());
        }
        return forms;
    }

    private static @Nullable Step strip(String key) {
        for (int length = Math.min(LONGEST, key.length() - 2); length >= 2; length--) {
            var head = key.substring(0, length);
            var place = PLACES.get(head);
            if (place != null && !(head.endsWith("市") && key.startsWith("场", length))) {
                return new Step(key.substring(length), place);
            }
        }
        for (var pattern : List.of(SOME_ZONE, SOME_PLACE)) {
            var some = pattern.matcher(key);
            if (some.find() && key.length() - some.end() >= 2 && !key.startsWith("场", some.end())) {
                return new Step(key.substring(some.end()), new Place(some.group(), false));
            }
        }
        return null;
    }

    private static Map<String, Place> load() {
        var places = new HashMap<String, Place>(8192);
        var file = PlaceNames.class.getResourceAsStream("places.txt");
        if (file == null) {
            throw new IllegalStateException("places.txt is not on the class path");
        }
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    add(places, line.split("\t"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // no division of the register, but it stands before banks, posts and insurers like one
        places.put("中国", new Place("中国", true));
        return Map.copyOf(places);
    }

    private static void add(Map<String, Place> places, String[] columns) {
        boolean county = columns[1].equals("A");
        var full = columns[2];
        var shortest = full;
        for (int i = 3; i < columns.length; i++) {
            if (columns[i].length() < shortest.length()) {
                shortest = columns[i];
            }
        }
        places.putIfAbsent(full, new Place(shortest, true));
        for (int i = 3; i < columns.length; i++) {
            places.putIfAbsent(columns[i], new Place(shortest, !county));
        }
    }
}
