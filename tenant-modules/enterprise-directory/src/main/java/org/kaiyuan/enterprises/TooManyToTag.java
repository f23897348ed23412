package org.kaiyuan.enterprises;

import org.kaiyuan.platform.refusal.Refusal;

/** 「一次最多为 {0} 家企业加标签…」 */
public final class TooManyToTag extends Refusal {
    public TooManyToTag(int most) {
        super("enterprises.refusal.tooManyToTag", most);
    }
}
