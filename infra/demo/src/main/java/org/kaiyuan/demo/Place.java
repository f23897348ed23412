package org.kaiyuan.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where made-up enterprises sit.
 *
 * @param code whose trades they follow; a code that no trade knows mixes all trades
 * @param zone its name
 * @param city without 市
 */
public record Place(
        String code,
        String zone,
        String city,
        int enterprises,
        List<Street> streets,
        List<String> roads,
        List<String> areas) {

    /** A street, repeated as often as it shall weigh. */
    record Street(String name, String areaCode, String area) {}

    private static final List<String> ROADS =
            List.of("兴园路", "创业大道", "工业一路", "工业二路", "科创路", "园区大道", "滨江路", "迎宾大道");
    private static final List<String> AREAS = List.of("A区", "B区", "C区", "标准厂房区", "孵化园");

    /** The four zones that the demo fills. */
    public static List<Place> populated() {
        var streets = streetsByCode();
        var zones = new HashMap<String, DemoZone>();
        DemoZone.all().forEach(zone -> zones.put(zone.code(), zone));
        return SeedFile.read("populated.csv").rows().stream()
                .map(row -> populated(row, zones, streets))
                .toList();
    }

    /** Any number of places that share the cities of Sichuan, for large samples. */
    public static Place sample(int number) {
        var byCity = new HashMap<String, List<Street>>();
        SeedFile.read("divisions.csv")
                .rows()
                .forEach(row ->
                        byCity.computeIfAbsent(row.get("city"), city -> new ArrayList<>())
                                .add(street(row)));
        var cities = byCity.keySet().stream().filter(city -> city.endsWith("市")).sorted().toList();
        var city = cities.get(number % cities.size());
        return new Place(
                "sample-" + number,
                "样本园区" + number,
                city.substring(0, city.length() - 1),
                0,
                List.copyOf(byCity.getOrDefault(city, List.of())),
                ROADS,
                AREAS);
    }

    private static Place populated(
            SeedFile.Row row, Map<String, DemoZone> zones, Map<String, Street> streets) {
        var weighted = new ArrayList<Street>();
        for (var street : row.list("streets")) {
            var parts = street.split(":");
            var found = streets.get(parts[0]);
            if (found == null) {
                throw new IllegalStateException("demo/divisions.csv has no street " + parts[0]);
            }
            for (int i = 0; i < Integer.parseInt(parts[1]); i++) {
                weighted.add(found);
            }
        }
        var zone = zones.get(row.get("code"));
        if (zone == null) {
            throw new IllegalStateException("demo/zones.csv has no zone " + row.get("code"));
        }
        return new Place(
                zone.code(),
                zone.name(),
                zone.city(),
                Integer.parseInt(row.get("enterprises")),
                List.copyOf(weighted),
                row.list("roads"),
                row.list("areas"));
    }

    private static Map<String, Street> streetsByCode() {
        var streets = new HashMap<String, Street>();
        SeedFile.read("divisions.csv")
                .rows()
                .forEach(row -> streets.put(row.get("code"), street(row)));
        return streets;
    }

    private static Street street(SeedFile.Row row) {
        return new Street(row.get("street"), row.get("area_code"), row.get("area"));
    }
}
