package org.kaiyuan.delegation;

import org.kaiyuan.platform.search.names.ChineseText;

/**
 * What has to be done at one step of using a power.
 *
 * @param responsibility 责任事项
 * @param accountability 追责情形
 */
public record Duty(DutyStep step, String responsibility, String accountability) {
    public Duty {
        responsibility = ChineseText.storable(responsibility).strip();
        accountability = ChineseText.storable(accountability).strip();
    }
}
