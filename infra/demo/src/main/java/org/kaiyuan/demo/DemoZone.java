package org.kaiyuan.demo;

import java.util.List;

/**
 * A zone that the plan names.
 *
 * @param levelType such as 国家级经开区 or 省级
 * @param levelInferred the level was found by elimination, not on a list
 * @param cityInferred the plan does not state the city
 */
public record DemoZone(
        String code,
        String name,
        String levelType,
        boolean levelInferred,
        String city,
        boolean cityInferred) {

    /** All 104, in the plan's order. */
    public static List<DemoZone> all() {
        return SeedFile.read("zones.csv").rows().stream()
                .map(row ->
                        new DemoZone(
                                row.get("code"),
                                row.get("zone"),
                                row.get("level_type"),
                                row.get("level_basis").equals("ELIMINATION"),
                                row.get("city"),
                                row.get("city_basis").equals("INFERRED")))
                .toList();
    }
}
