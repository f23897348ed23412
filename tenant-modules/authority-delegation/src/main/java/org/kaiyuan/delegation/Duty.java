package org.kaiyuan.delegation;

/**
 * What has to be done at one step of using a power.
 *
 * @param responsibility 责任事项
 * @param accountability 追责情形
 */
public record Duty(DutyStep step, String responsibility, String accountability) {
    public Duty {
        responsibility = responsibility.strip();
        accountability = accountability.strip();
    }
}
