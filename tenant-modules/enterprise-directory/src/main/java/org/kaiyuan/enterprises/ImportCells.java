package org.kaiyuan.enterprises;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.names.ChineseText;

/** Reads what people write of an enterprise alone; what all tables have in common is read by {@code Cells}. */
final class ImportCells {
    private static final Map<String, ChainPosition> CHAIN = new HashMap<>();

    static {
        chain(ChainPosition.CHAIN_LEADER, "链主", "链主企业", "chain leader", "chain_leader");
        chain(ChainPosition.CORE, "核心配套", "核心", "核心配套企业", "core supplier", "core");
        chain(ChainPosition.SUPPORTING, "一般配套", "配套", "一般配套企业", "supplier", "supporting");
        chain(ChainPosition.NONE, "未定", "not set", "none");
    }

    private ImportCells() {}

    private static void chain(ChainPosition position, String... words) {
        for (var word : words) {
            CHAIN.put(ChineseText.key(word), position);
        }
    }

    /** @return null where it is no such word */
    static @Nullable ChainPosition chain(String typed) {
        return CHAIN.get(ChineseText.key(typed));
    }
}
