package org.kaiyuan.enterprises;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.names.ChineseText;

/** What registries and spreadsheets call the states of an enterprise. */
final class StatusWords {
    private static final Map<String, EnterpriseStatus> WORDS = new HashMap<>();

    static {
        words(
                EnterpriseStatus.ACTIVE,
                "在业",
                "存续",
                "在营",
                "开业",
                "营业",
                "正常",
                "正常经营",
                "正常生产",
                "在产",
                "投产",
                "在业在册",
                "迁入",
                "存续(在营、开业、在册)",
                "在营(开业)企业",
                "在营(开业)",
                "active");
        words(EnterpriseStatus.PREPARING, "筹建", "筹备", "筹建中", "在建", "建设中", "拟建", "preparing");
        words(
                EnterpriseStatus.SUSPENDED,
                "停产",
                "停业",
                "歇业",
                "停工",
                "停产停业",
                "半停产",
                "暂停营业",
                "suspended");
        words(
                EnterpriseStatus.MOVED_OUT,
                "迁出",
                "已迁出",
                "迁往市外",
                "搬迁",
                "已搬迁",
                "moved_out",
                "moved out");
        words(
                EnterpriseStatus.DEREGISTERED,
                "注销",
                "已注销",
                "注销企业",
                "吊销,已注销",
                "吊销已注销",
                "deregistered");
        words(
                EnterpriseStatus.REVOKED,
                "吊销",
                "已吊销",
                "吊销,未注销",
                "吊销未注销",
                "吊销企业",
                "撤销",
                "责令关闭",
                "revoked");
    }

    private StatusWords() {}

    /** @return null for a word that nobody can tell */
    static @Nullable EnterpriseStatus read(String typed) {
        return WORDS.get(ChineseText.key(typed));
    }

    private static void words(EnterpriseStatus status, String... words) {
        for (var word : words) {
            WORDS.put(ChineseText.key(word), status);
        }
    }
}
