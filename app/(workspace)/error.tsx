"use client"

import { Failure } from "@/components/workspace/failure"

export default Failure
