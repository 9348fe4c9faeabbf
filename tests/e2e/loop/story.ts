/** A control on occurrence, so that a deficiency can be retested after two days (domain.md § 4). */
export const point = "3.1.5.4"

/** What one step of the story leaves for the next. */
export type Story = {
  /** The changed title of the point, in Chinese. */
  title: string
  /** The address of the paper of the point, once it is known. */
  paper: string
  /** The address of its deficiency. */
  deficiency: string
}

export const north = {
  finance: "finance@north.demo.keypoint.example",
  owner: "owner@north.demo.keypoint.example",
  tester: "tester@north.demo.keypoint.example",
  manager: "manager@north.demo.keypoint.example",
} as const
