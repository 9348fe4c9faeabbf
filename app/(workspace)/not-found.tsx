import { NothingHere } from "@/components/workspace/nothing-here"

export default NothingHere
